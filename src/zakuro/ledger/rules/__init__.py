"""The rules that a new act has to meet, asked at the door."""
