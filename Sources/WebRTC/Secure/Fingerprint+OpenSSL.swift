internal import COpenSSL

extension Fingerprint {
    /// Of a certificate in OpenSSL's hands; `nil` when it cannot be encoded.
    init?(of certificate: OpaquePointer?, algorithm: Algorithm) {
        let function =
            switch algorithm {
            case .sha256: unsafe EVP_sha256()
            case .sha384: unsafe EVP_sha384()
            case .sha512: unsafe EVP_sha512()
            }
        var bytes = [UInt8](repeating: 0, count: algorithm.length)
        var length: UInt32 = 0
        guard unsafe X509_digest(certificate, function, &bytes, &length) == 1, Int(length) == bytes.count else {
            return nil
        }
        self.init(algorithm: algorithm, bytes: bytes)
    }
}
