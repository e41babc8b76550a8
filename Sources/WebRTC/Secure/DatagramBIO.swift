internal import COpenSSL

/// The sink OpenSSL writes to: every write is one datagram, kept apart from the next.
///
/// OpenSSL 3.0's memory BIO joins what is written to it into one stream, which would glue flights together.
enum DatagramBIO {
    /// A sink that appends to `state.datagrams`. It does not keep `state` alive.
    static func make(for state: DTLSCallbackState) -> OpaquePointer? {
        guard let bio = unsafe BIO_new(method) else { return nil }
        unsafe BIO_set_data(bio, Unmanaged.passUnretained(state).toOpaque())
        unsafe BIO_set_init(bio, 1)
        return unsafe bio
    }

    private nonisolated(unsafe) static let method: OpaquePointer? = {
        guard let method = unsafe BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "datagrams") else {
            return nil
        }
        unsafe BIO_meth_set_write(method, write)
        unsafe BIO_meth_set_ctrl(method, control)
        return unsafe method
    }()

    private static let write: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
        bio, bytes, count in
        guard let data = unsafe BIO_get_data(bio), let bytes = unsafe bytes, count > 0 else { return 0 }
        let state = unsafe Unmanaged<DTLSCallbackState>.fromOpaque(data).takeUnretainedValue()
        let datagram = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
        unsafe state.datagrams.append(Array(datagram))
        return count
    }

    /// A flush always succeeds; no other question has an answer here.
    private static let control: @convention(c) (OpaquePointer?, Int32, Int, UnsafeMutableRawPointer?) -> Int = {
        _, command, _, _ in
        command == BIO_CTRL_FLUSH ? 1 : 0
    }
}
