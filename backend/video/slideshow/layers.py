"""What a slide shows at one of its pictures: its canvas painted once, seen whole or through a window, its text on top."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING, Any

from video.slideshow.canvas import PhotoRefused, paint
from video.slideshow.plan import BLACK, Layer
from video.slideshow.spec import Motion, Show

if TYPE_CHECKING:
    from video.slideshow.moving import Planes


class SlideRefused(Exception):
    """A photo that cannot be shown: `index` counts from 0, and the message is the sentence for the person."""

    def __init__(self, index: int, message: str) -> None:
        super().__init__(message)
        self.index = index


class Layers:
    """The slides' canvases; each is painted once, by the thread that needs it first."""

    def __init__(self, show: Show) -> None:
        self.show = show
        self.width, self.height = show.format.size
        self._made = dict[tuple[str, int], Future[Any]]()
        self._lock = Lock()

    def still(self, index: int) -> Any:
        """
        Return a slide that does not move, or BLACK, as a yuv420p frame.

        :raises SlideRefused: when its photo cannot be opened
        """
        return self._once("still", index, self._paint_still)

    def see(self, layer: Layer) -> "Planes":
        """Return what a slide shows at one of its pictures, as planes; `SlideRefused` as `still`."""
        from video.slideshow import moving

        slide = self.show.slides[layer.slide]
        if slide.motion == Motion.NONE:
            return moving.to_planes(self.still(layer.slide))
        base = moving.to_planes(self._once("base", layer.slide, self._paint_base))
        planes = moving.look_through(base, slide, layer, width=self.width, height=self.height)
        if slide.caption:
            self._once("text", layer.slide, self._write_text).draw_on(planes)
        return planes

    def _paint_still(self, index: int) -> Any:
        if index == BLACK:
            return _black(self.width, self.height)
        frame = self._paint(index, self.width, self.height)
        if self.show.slides[index].caption:
            from video.slideshow.moving import to_planes

            self._write_text(index).draw_on(to_planes(frame))
        return frame

    def _paint_base(self, index: int) -> Any:
        from video.slideshow.moving import ZOOM

        return self._paint(index, round(self.width * ZOOM), round(self.height * ZOOM))

    def _paint(self, index: int, width: int, height: int) -> Any:
        try:
            return paint(self.show.slides[index], width=width, height=height)
        except PhotoRefused as refused:
            raise SlideRefused(index, str(refused)) from refused

    def _write_text(self, index: int) -> Any:
        from video.slideshow.caption import write_caption

        slide = self.show.slides[index]
        return write_caption(slide.caption, slide.caption_place, self.show.format)

    def _once(self, kind: str, index: int, make: Callable[[int], Any]) -> Any:
        with self._lock:
            made = self._made.get((kind, index))
            is_mine = made is None
            if made is None:
                made = self._made[kind, index] = Future()
        if is_mine:
            try:
                made.set_result(make(index))
            except BaseException as error:
                made.set_exception(error)
                raise
        return made.result()


def _black(width: int, height: int) -> Any:
    import av

    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, value in zip(frame.planes, (16, 128, 128), strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    return frame
