"""The WSGI application of the site that the serving process handed over."""

from zakuro.portal.serving.application import application_of
from zakuro.portal.site import handed_over

application = application_of(handed_over())
