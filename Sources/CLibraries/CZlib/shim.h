#pragma once

#include <zlib.h>

/// Prepares for a gzip stream (RFC 1952) with the largest window; the macro behind it cannot be imported.
static inline int parley_inflate_init_gzip(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}
