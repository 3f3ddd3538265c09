from api.slideshows.models.slideshow_model import Slideshow, SlideshowStatus
from api.slideshows.models.slideshow_video_model import SlideshowVideo

__all__ = ["Slideshow", "SlideshowStatus", "SlideshowVideo"]
