#pragma once

/// How often this program asked the C library for memory since it began, all threads together; a race may lose one.
/// A program that links this has its allocation functions replaced by ones that count and hand on to the library's.
unsigned long parley_allocations(void);
