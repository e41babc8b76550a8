import CDispatch
import Glibc

/// How long this thread has been computing: other programs on the machine do not count.
enum ProcessorTime {
    /// Nanoseconds from an arbitrary origin.
    static var nanoseconds: Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// Nanoseconds that all threads of this process have been computing.
    static var ofProcess: Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// What the work costs, in nanoseconds.
    static func spent(_ work: () throws -> Void) rethrows -> Double {
        let begin = nanoseconds
        try work()
        return nanoseconds - begin
    }
}
