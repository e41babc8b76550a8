import CCurl
import Foundation
import Synchronization

/// All exchanges with providers, on one thread that waits for all of them together. Connections are kept and reused.
///
/// Bounded: past `capacity` exchanges a new one is refused with `overloaded`.
@safe final class HTTPTransport: Sendable {
    private struct State {
        var starting: [HTTPTransfer] = []
        var cancelled: [Int] = []
        var count = 0
        var lastNumber = 0
    }

    /// The process needs only one.
    static let shared = HTTPTransport()

    private static let capacity = 512
    private let state = Mutex(State())
    /// Set once; libcurl allows other threads to wake it.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer?

    private init() {
        _ = parley_curl_global_init()
        unsafe multi = unsafe curl_multi_init()
        let thread = Thread { [self] in run() }
        thread.name = "http"
        thread.start()
    }

    /// The body of a 2xx answer as it arrives. Anything else throws `SpeechError`. Letting the sequence go, or cancelling
    /// its task, closes the exchange.
    func stream(_ request: HTTPRequest) -> AsyncThrowingStream<[UInt8], any Error> {
        let (stream, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        let number = state.withLock { state -> Int? in
            guard state.count < Self.capacity else { return nil }
            state.count += 1
            state.lastNumber += 1
            return state.lastNumber
        }
        guard let number else {
            continuation.finish(throwing: SpeechError.overloaded)
            return stream
        }
        continuation.onTermination = { [self] end in
            guard case .cancelled = end else { return }
            state.withLock { $0.cancelled.append(number) }
            wake()
        }
        do {
            let transfer = try HTTPTransfer(request, number: number, continuation: continuation)
            state.withLock { $0.starting.append(transfer) }
            wake()
        } catch {
            state.withLock { $0.count -= 1 }
            continuation.finish(throwing: error)
        }
        return stream
    }

    /// The whole body of a 2xx answer.
    func send(_ request: HTTPRequest) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await chunk in stream(request) { body += chunk }
        // A cancelled task sees the sequence end early.
        if Task.isCancelled { throw SpeechError.cancelled }
        return body
    }

    private func wake() {
        _ = unsafe curl_multi_wakeup(multi)
    }

    private func run() {
        var transfers: [Int: HTTPTransfer] = [:]
        while true {
            var (starting, cancelled): ([HTTPTransfer], [Int]) = ([], [])
            state.withLock { state in
                swap(&starting, &state.starting)
                swap(&cancelled, &state.cancelled)
            }
            for transfer in starting {
                transfers[transfer.number] = transfer
                unsafe curl_multi_add_handle(multi, transfer.easy)
            }
            for number in cancelled { remove(number, from: &transfers) }
            var running: Int32 = 0
            unsafe curl_multi_perform(multi, &running)
            collect(&transfers)
            unsafe curl_multi_poll(multi, nil, 0, 10_000, nil)
        }
    }

    private func collect(_ transfers: inout [Int: HTTPTransfer]) {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            let result = unsafe parley_curl_message_result(message)
            var context: UnsafeMutableRawPointer?
            unsafe parley_curl_get_pointer(message.pointee.easy_handle, CURLINFO_PRIVATE, &context)
            guard let context = unsafe context else { continue }
            let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
            transfer.end(result)
            remove(transfer.number, from: &transfers)
        }
    }

    private func remove(_ number: Int, from transfers: inout [Int: HTTPTransfer]) {
        guard let transfer = transfers.removeValue(forKey: number) else { return }
        unsafe curl_multi_remove_handle(multi, transfer.easy)
        state.withLock { $0.count -= 1 }
    }
}
