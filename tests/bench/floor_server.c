/* The floor of a language server: answers every didChange with diagnostics that were recorded, and computes
   nothing. usage: floor_server FILE   FILE holds the params of publishDiagnostics from “diagnostics” on;
   version and uri are put before. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char in[1 << 24];
static char* items;
static size_t items_size;

static void put(const char* data, size_t size) {
  while (size > 0) {
    const ssize_t written = write(1, data, size);
    if (written <= 0) exit(1);
    data += written;
    size -= (size_t)written;
  }
}

static void say(const char* head) {
  static char* out;
  const size_t head_size = strlen(head);
  if (out == NULL) out = malloc(items_size + 4096);
  const size_t frame = (size_t)sprintf(out, "Content-Length: %zu\r\n\r\n", head_size + items_size);
  memcpy(out + frame, head, head_size);
  memcpy(out + frame + head_size, items, items_size);
  put(out, frame + head_size + items_size);
}

static void receive(const char* body) {
  char head[512];
  const char* version = strstr(body, "\"version\": ");
  if (strstr(body, "\"initialize\"") != NULL) {
    const char* answer = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"capabilities\":{}}}";
    printf("Content-Length: %zu\r\n\r\n%s", strlen(answer), answer);
    fflush(stdout);
  } else if (strstr(body, "\"exit\"") != NULL) {
    exit(0);
  } else if (version != NULL) {
    sprintf(head,
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/"
            "publishDiagnostics\",\"params\":{\"uri\":\"untitled:note\","
            "\"version\":%ld,",
            strtol(version + 11, NULL, 10));
    say(head);
  }
}

int main(int count, char** arguments) {
  FILE* file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 2;
  items = malloc(1 << 24);
  items_size = fread(items, 1, 1 << 24, file);
  fclose(file);
  size_t size = 0;
  for (;;) {
    const ssize_t got = read(0, in + size, sizeof in - 1 - size);
    if (got <= 0) return 0;
    size += (size_t)got;
    in[size] = 0;
    char* body;
    while ((body = strstr(in, "\r\n\r\n")) != NULL) {
      const size_t length = strtoul(in + 16, NULL, 10);
      const size_t end = (size_t)(body + 4 - in) + length;
      if (end > size) break;
      const char kept = in[end];
      in[end] = 0;
      receive(body + 4);
      in[end] = kept;
      memmove(in, in + end, size - end + 1);
      size -= end;
    }
  }
}
