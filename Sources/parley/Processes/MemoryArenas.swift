import CAllocator

/// How many heaps the C library keeps.
///
/// It gives each thread that allocates a heap of its own, up to eight for each core, and what a thread frees stays in its
/// heap. Speech engines allocate on many threads by turns, so that every call would cost several times what it uses.
enum MemoryArenas {
    /// Enough for two threads to allocate at once without waiting long: allocations are short here.
    private static let count: Int32 = 2

    /// Takes effect for heaps made from now on: call it first.
    static func limit() {
        _ = parley_limit_arenas(count)
    }
}
