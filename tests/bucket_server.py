"""An S3 server on loopback: moto's object store behind HTTP, in a process of its own.

    python -m tests.bucket_server PORT BUCKET

Processes on other machines, or in other folders, meet in it. What comes in over HTTP is handed to
moto unchanged, which answers as S3 does: ranges, multipart uploads, listings, ETags.
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import requests
from moto import mock_aws

S3 = "https://s3.us-east-1.amazonaws.com"
_OUR_OWN = {"connection", "transfer-encoding", "content-length", "date", "server"}


class Handler(BaseHTTPRequestHandler):
    """Passes each request on; the answer's length is that of what moto gave."""

    protocol_version = "HTTP/1.1"

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length) if length else b""
        sent = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        answer = requests.request(
            self.command, S3 + self.path, headers=sent, data=body, timeout=30, stream=True
        )
        told = answer.raw.read(decode_content=False)
        self.send_response(answer.status_code)
        for name, value in answer.headers.items():
            if name.lower() not in _OUR_OWN:
                self.send_header(name, value)
        is_head = self.command == "HEAD"
        size = answer.headers.get("Content-Length", "0") if is_head else str(len(told))
        self.send_header("Content-Length", size)
        self.end_headers()
        if not is_head:
            self.wfile.write(told)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _pass_on  # noqa: N815 - http.server's names


def main(port: int, bucket: str) -> None:
    with mock_aws():
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket=bucket)
        server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        print("ready", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
