import CCurl
import Timing

/// One exchange in progress: libcurl's handle, its header list, and where the answer goes.
///
/// Only the transport's thread touches it after it was made, which is why it may be `@unchecked Sendable`.
final class HTTPTransfer: @unchecked Sendable {
    typealias Continuation = AsyncThrowingStream<[UInt8], any Error>.Continuation

    @safe private struct Handle: ~Copyable {
        let easy: UnsafeMutableRawPointer
        var fields: UnsafeMutablePointer<curl_slist>?

        init() throws(SpeechError) {
            guard let easy = unsafe curl_easy_init() else { throw .failed("HTTP") }
            unsafe self.easy = easy
            unsafe fields = nil
        }

        deinit {
            unsafe curl_easy_cleanup(easy)
            unsafe curl_slist_free_all(fields)
        }
    }

    let number: Int
    private var handle: Handle
    private let continuation: Continuation
    private let longestAnswer: Int
    private var received = 0

    init(_ request: HTTPRequest, number: Int, continuation: Continuation) throws(SpeechError) {
        self.number = number
        self.continuation = continuation
        longestAnswer = request.longestAnswer
        handle = try Handle()
        unsafe set(request, on: handle.easy)
    }

    /// libcurl's handle, for the thread that runs it.
    var easy: UnsafeMutableRawPointer { unsafe handle.easy }

    private func set(_ request: HTTPRequest, on easy: UnsafeMutableRawPointer) {
        unsafe parley_curl_set_string(easy, CURLOPT_URL, request.url)
        unsafe parley_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        unsafe parley_curl_set_string(easy, CURLOPT_USERAGENT, "parley")
        // A redirect could carry the key elsewhere.
        unsafe parley_curl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        unsafe parley_curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        unsafe parley_curl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(request.connectTimeout.inMilliseconds))
        unsafe parley_curl_set_long(easy, CURLOPT_TIMEOUT_MS, Int(request.timeout.inMilliseconds))
        for field in request.fields {
            unsafe handle.fields = unsafe curl_slist_append(handle.fields, "\(field.name): \(field.value)")
        }
        // Without this a longer body waits a second for a "100 Continue" that many servers never send.
        unsafe handle.fields = unsafe curl_slist_append(handle.fields, "Expect:")
        unsafe parley_curl_set_pointer(easy, CURLOPT_HTTPHEADER, handle.fields)
        if let body = request.body {
            unsafe parley_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            unsafe body.withUnsafeBytes { bytes in
                // COPYPOSTFIELDS copies at once and does not write.
                let start = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress)
                _ = unsafe parley_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, start)
            }
        }
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe parley_curl_set_pointer(easy, CURLOPT_PRIVATE, context)
        unsafe parley_curl_set_write(easy, Self.write, context)
    }

    @safe private static let write: parley_curl_write = { bytes, size, count, context in
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
        let chunk = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
        // Any other count than the one offered ends the transfer.
        return transfer.receive(chunk) ? size * count : 0
    }

    private func receive(_ chunk: [UInt8]) -> Bool {
        received += chunk.count
        guard received <= longestAnswer else { return false }
        if (200..<300).contains(status) { continuation.yield(chunk) }
        return true
    }

    private var status: Int {
        var status = 0
        unsafe parley_curl_get_long(handle.easy, CURLINFO_RESPONSE_CODE, &status)
        return status
    }

    private var refusal: SpeechError {
        guard status == 429 else { return .refused(status: status) }
        // Seconds, counted from now where the header holds a date; 0 when there is none.
        var seconds: curl_off_t = 0
        unsafe parley_curl_get_offset(handle.easy, CURLINFO_RETRY_AFTER, &seconds)
        return .limited(retryAfter: seconds > 0 ? .seconds(min(seconds, 86_400)) : nil)
    }

    /// Ends the answer after libcurl ended the exchange.
    func end(_ result: CURLcode) {
        switch result {
        case CURLE_OK where (200..<300).contains(status): continuation.finish()
        case CURLE_OK: continuation.finish(throwing: refusal)
        case CURLE_OPERATION_TIMEDOUT: continuation.finish(throwing: SpeechError.timedOut)
        case CURLE_WRITE_ERROR where received > longestAnswer:
            continuation.finish(throwing: SpeechError.malformed("the answer is too long"))
        default:
            let reason = unsafe String(cString: curl_easy_strerror(result))
            continuation.finish(throwing: SpeechError.unreachable(reason))
        }
    }
}
