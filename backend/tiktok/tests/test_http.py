"""Where a person's video may be sent to."""

import pytest

from tiktok.http import is_upload_url, open_http

TIKTOK = "https://open.tiktokapis.com"
SANDBOX = "http://127.0.0.1:4102"


class TestIsUploadUrl:
    @pytest.mark.parametrize(
        "url",
        [
            "https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=x",
            "https://upload.us.tiktokapis.com/u",
            "https://open-upload-va.tiktokapis.com/u",
            "https://open-upload-sg.tiktokapis.com:443/u",
            "https://OPEN-UPLOAD-I18N.TikTokApis.com/u",
            "https://tiktokapis.com/u",
        ],
    )
    def test_takes_tiktoks_own_hosts(self, url: str) -> None:
        assert is_upload_url(url, api_url=TIKTOK)

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "http://open-upload.tiktokapis.com/u",
            "ftp://open-upload.tiktokapis.com/u",
            "file:///etc/passwd",
            "//open-upload.tiktokapis.com/u",
            "https:///u",
            "https://tiktokapis.com.evil.example/u",
            "https://eviltiktokapis.com/u",
            "https://evil.example/tiktokapis.com",
            "https://evil.example#.tiktokapis.com",
            "https://evil.example?.tiktokapis.com",
            "https://evil.example\\.tiktokapis.com/u",
            "https://evil.example%2f.tiktokapis.com/u",
            "https://evil.example／.tiktokapis.com/u",
            "https://evil.example\t.tiktokapis.com/u",
            "https://open-upload.tiktokapis.com@evil.example/u",
            "https://user@open-upload.tiktokapis.com/u",
            "https://user:password@open-upload.tiktokapis.com/u",
            "https://@open-upload.tiktokapis.com/u",
            "https://open-upload.tiktokapis.com:8443/u",
            "https://open-upload.tiktokapis.com:99999/u",
            "https://open-upload.tiktokapis.com:abc/u",
            "https://open-upload.tiktokapis.com./u",
            "https://.tiktokapis.com/u",
            "https://[::1]/u",
            "https://[::1/u",
            "https://127.0.0.1/u",
            "http://127.0.0.1:4102/u",
            "https://open-upload.tiktokapis.com:0443/u",
            "https://open-upload.tiktokapis.com:/u",
            "https://169.254.169.254/latest/meta-data/",
        ],
    )
    def test_takes_nothing_else(self, url: str) -> None:
        assert not is_upload_url(url, api_url=TIKTOK)

    def test_takes_the_sandbox_only_where_it_is_the_api(self) -> None:
        assert is_upload_url(f"{SANDBOX}/upload?upload_token=x", api_url=SANDBOX)
        assert not is_upload_url("http://127.0.0.1:4103/upload", api_url=SANDBOX)
        assert not is_upload_url("https://127.0.0.1:4102/upload", api_url=SANDBOX)
        assert not is_upload_url("http://x@127.0.0.1:4102/upload", api_url=SANDBOX)


class TestOpenHttp:
    def test_follows_no_redirect_and_no_proxy_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

        with open_http(TIKTOK) as http:
            assert http.follow_redirects is False
            assert http.trust_env is False
            assert http.timeout.connect == 5.0
            assert http.timeout.read == 30.0
