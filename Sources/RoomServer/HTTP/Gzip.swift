import CZlib

/// Inflating gzip (RFC 1952), for clients that compress their join request.
enum Gzip {
    /// The inflated bytes; `nil` when the input is no complete gzip stream, or inflates to more than `limit` bytes.
    static func inflate(_ input: [UInt8], limit: Int) -> [UInt8]? {
        guard !input.isEmpty else { return nil }
        var stream = unsafe z_stream()
        guard unsafe parley_inflate_init_gzip(&stream) == Z_OK else { return nil }
        defer { unsafe inflateEnd(&stream) }
        var input = input
        var output = [UInt8](repeating: 0, count: min(limit, max(4096, input.count * 8)))
        var filled = 0
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            var status = Z_OK
            while status == Z_OK {
                if filled == output.count {
                    guard filled < limit else { return Z_BUF_ERROR }
                    output.append(contentsOf: repeatElement(0, count: min(limit - filled, filled)))
                }
                status = unsafe step(&stream, into: &output, from: &filled)
            }
            return status
        }
        return status == Z_STREAM_END ? Array(output[..<filled]) : nil
    }

    private static func step(_ stream: inout z_stream, into output: inout [UInt8], from filled: inout Int) -> Int32 {
        let start = filled
        let (status, left) = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe stream.next_out = target.baseAddress.map { unsafe $0 + start }
            unsafe stream.avail_out = UInt32(target.count - start)
            let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            return (status, Int(unsafe stream.avail_out))
        }
        filled = output.count - left
        return status
    }
}
