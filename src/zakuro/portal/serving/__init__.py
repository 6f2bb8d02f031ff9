"""The web server and the application it runs: policy, the way in, addresses."""
