import CCurl
import Timing

extension HTTPExchange {
    @safe private struct Handle: ~Copyable {
        let easy: UnsafeMutableRawPointer
        var fields: UnsafeMutablePointer<curl_slist>?
        var connection: UnsafeMutablePointer<curl_slist>?

        init() throws(HTTPError) {
            guard let easy = unsafe curl_easy_init() else { throw .unreachable("no memory for a connection") }
            unsafe self.easy = easy
            unsafe fields = nil
            unsafe connection = nil
        }

        mutating func add(field: String) {
            unsafe fields = unsafe curl_slist_append(fields, field)
        }

        mutating func connect(to address: String) {
            let bracketed = address.contains(":") ? "[\(address)]" : address
            unsafe connection = unsafe curl_slist_append(connection, "::\(bracketed):")
        }

        deinit {
            unsafe curl_easy_cleanup(easy)
            unsafe curl_slist_free_all(fields)
            unsafe curl_slist_free_all(connection)
        }
    }

    /// What has come of the answer.
    private final class Received {
        let limit: Int
        var bytes: [UInt8] = []
        var isTooLong = false

        init(limit: Int) { self.limit = limit }

        func append(_ chunk: [UInt8]) -> Bool {
            isTooLong = bytes.count + chunk.count > limit
            if !isTooLong { bytes += chunk }
            return !isTooLong
        }
    }

    /// Blocks until the answer is there.
    func perform() throws(HTTPError) -> HTTPAnswer {
        var handle = try Handle()
        let received = Received(limit: longestAnswer)
        for (name, value) in fields { handle.add(field: "\(name): \(value)") }
        // Without this a longer body waits a second for a "100 Continue" that may never come.
        handle.add(field: "Expect:")
        if let address { handle.connect(to: address) }
        unsafe configure(handle.easy, fields: handle.fields, connection: handle.connection)
        let context = unsafe Unmanaged.passUnretained(received).toOpaque()
        unsafe parley_curl_set_write(handle.easy, Self.write, context)
        let result = unsafe curl_easy_perform(handle.easy)
        return try withExtendedLifetime(received) { () throws(HTTPError) in
            guard result == CURLE_OK else { throw Self.failure(result, isTooLong: received.isTooLong) }
            var status = 0
            unsafe parley_curl_get_long(handle.easy, CURLINFO_RESPONSE_CODE, &status)
            return HTTPAnswer(status: status, body: received.bytes)
        }
    }

    private func configure(
        _ easy: UnsafeMutableRawPointer, fields: UnsafeMutablePointer<curl_slist>?,
        connection: UnsafeMutablePointer<curl_slist>?
    ) {
        unsafe parley_curl_set_string(easy, CURLOPT_URL, url)
        unsafe parley_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        unsafe parley_curl_set_string(easy, CURLOPT_USERAGENT, "parley")
        // A redirect could carry the token elsewhere.
        unsafe parley_curl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        unsafe parley_curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        unsafe parley_curl_set_long(easy, CURLOPT_TIMEOUT_MS, max(1, Int(timeout.inMilliseconds)))
        unsafe parley_curl_set_pointer(easy, CURLOPT_HTTPHEADER, fields)
        if unsafe connection != nil {
            unsafe parley_curl_set_pointer(easy, CURLOPT_CONNECT_TO, connection)
            // A proxy would look the name up again.
            unsafe parley_curl_set_string(easy, CURLOPT_PROXY, "")
        }
        guard method != .get else { return }
        unsafe parley_curl_set_string(easy, CURLOPT_CUSTOMREQUEST, method.rawValue)
        unsafe parley_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        unsafe body.withUnsafeBytes { bytes in
            // COPYPOSTFIELDS copies at once and does not write.
            let start = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            _ = unsafe parley_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, start)
        }
    }

    @safe private static let write: parley_curl_write = { bytes, size, count, context in
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let received = unsafe Unmanaged<Received>.fromOpaque(context).takeUnretainedValue()
        let chunk = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
        // Any other count than the one offered ends the exchange.
        return received.append(chunk) ? size * count : 0
    }

    private static func failure(_ result: CURLcode, isTooLong: Bool) -> HTTPError {
        switch result {
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_WRITE_ERROR where isTooLong: .tooLong
        default: .unreachable(unsafe String(cString: curl_easy_strerror(result)))
        }
    }
}
