"""A client that speaks LSP over pipes, without threads: it reads while it waits and while it writes, so that neither side can
block the other, and can say when the bytes of a message came."""
import json
import os
import select
import subprocess
import time


class Gone(Exception):
    """The server has closed its side, or did not answer in time."""


def frame(message):
    body = message if isinstance(message, bytes) else json.dumps(message, ensure_ascii=False).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


class Client:
    def __init__(self, command, environment=None, cwd=None):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=cwd)
        self._in, self._out = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)
        self._buffer, self._ended = bytearray(), False
        self._outgoing, self._sending = bytearray(), False
        self.answers, self.pushes, self.messages = {}, {}, []
        self.wrong_answers = 0  # answers to what was not asked, or was answered
        self.last_frame = b""   # the newest diagnostics as they came
        self._next_id, self._asked = 1, set()
        self.on_request = lambda method, params: None

    # Reading

    def _take_in(self, timeout):
        """One look at the pipe; the time when its bytes had come, or None."""
        if not select.select([self._out], [], [], timeout)[0]:
            return None
        data = os.read(self._out, 1 << 20)
        when = time.perf_counter()
        self._ended = self._ended or not data
        self._buffer += data
        return when

    def _frames(self):
        while True:
            head = self._buffer.find(b"\r\n\r\n")
            if head < 0:
                return
            size = next(int(line.split(b":")[1]) for line in bytes(self._buffer[:head]).split(b"\r\n")
                        if line.lower().startswith(b"content-length:"))
            end = head + 4 + size
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[head + 4:end])
            del self._buffer[:end]
            yield body

    def _dispatch(self, body):
        message = json.loads(body)
        method, number = message.get("method"), message.get("id")
        if method is None:
            if number not in self._asked:
                self.wrong_answers += 1
            self._asked.discard(number)
            self.answers[number] = message
        elif number is not None:
            self.send({"jsonrpc": "2.0", "id": number, "result": self.on_request(method, message.get("params"))})
        elif method == "textDocument/publishDiagnostics":
            self.pushes[message["params"]["uri"]] = message["params"]
            self.last_frame = body
        elif method == "window/showMessage":
            self.messages.append((message["params"]["type"], message["params"]["message"]))

    def drain(self, timeout=0.0):
        """Deals with all that has come; the time when the last of it had."""
        when = self._take_in(timeout)
        for body in self._frames():
            self._dispatch(body)
        return when

    def wait(self, done, timeout=60.0):
        """Reads until done(); the time when the bytes that made it so had come. Gone if they do not come."""
        end = time.monotonic() + timeout
        when = time.perf_counter()
        while not done():
            if self._ended or time.monotonic() > end:
                raise Gone("the server has ended" if self._ended else "no answer in time")
            when = self.drain(max(0.0, end - time.monotonic())) or when
        return when

    # Writing

    def send(self, message):
        self._outgoing += frame(message)
        if self._sending:  # an answer to the server, while a message is half written
            return
        self._sending = True
        try:
            while self._outgoing:
                self._send_some()
        finally:
            self._sending = False

    def _send_some(self):
        readable, writable, _ = select.select([self._out], [self._in], [], 60)
        if not readable and not writable:
            raise Gone("the server does not read")
        if readable:
            self.drain()
            if self._ended:
                raise Gone("the server has ended")
        if writable:
            try:
                del self._outgoing[:os.write(self._in, self._outgoing)]
            except BrokenPipeError as error:
                raise Gone("the server has ended") from error

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method, params):
        number = self._next_id
        self._next_id += 1
        self._asked.add(number)
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return number

    def request(self, method, params, timeout=60.0):
        """The whole answer: with "result" or "error"."""
        number = self.ask(method, params)
        self.wait(lambda: number in self.answers, timeout)
        return self.answers.pop(number)

    # Life

    def initialize(self, capabilities, locale="fr"):
        answer = self.request("initialize", {"processId": os.getpid(), "rootUri": None, "locale": locale,
                                             "capabilities": capabilities})
        self.notify("initialized", {})
        return answer["result"]["capabilities"]

    def shut_down(self):
        """The exit code after a goodbye as it should be."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        code = self.process.wait(30)
        self.process.stdout.close()
        return code

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def unanswered(self):
        return len(self._asked)

    def megabytes(self):
        """Resident memory now."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024

    def cpu_seconds(self):
        """Of all its threads that live, to the nanosecond."""
        tasks = f"/proc/{self.process.pid}/task"
        total = 0
        for task in os.listdir(tasks):
            with open(f"{tasks}/{task}/schedstat", encoding="ascii") as stat:
                total += int(stat.read().split()[0])
        return total / 1e9
