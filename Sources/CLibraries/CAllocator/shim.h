#pragma once

#include <malloc.h>

/// How many heaps glibc may keep; later heaps are shared between threads.
static inline int parley_limit_arenas(int count) {
    return mallopt(M_ARENA_MAX, count);
}
