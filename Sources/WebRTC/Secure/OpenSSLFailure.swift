internal import COpenSSL

/// One entry of OpenSSL's error queue, as a value.
struct OpenSSLFailure: Equatable {
    /// The library's reason number; TLS alerts received are 1000 plus the alert.
    let reason: Int32
    let text: String

    /// Empties this thread's queue. Called right after a failure, so that no later call reads a stale reason.
    static func drain() -> [OpenSSLFailure] {
        var failures: [OpenSSLFailure] = []
        while true {
            let code = ERR_get_error()
            guard code != 0 else { return failures }
            let text = unsafe ERR_reason_error_string(code).map { unsafe String(cString: $0) }
            failures.append(OpenSSLFailure(reason: ERR_GET_REASON(code), text: text ?? "error \(code)"))
        }
    }
}

extension DTLSError {
    /// The error queue, read as the end of an association.
    init(_ failures: [OpenSSLFailure]) {
        for failure in failures {
            if failure.reason == SSL_R_READ_TIMEOUT_EXPIRED {
                self = .timedOut
                return
            }
            if let alert = UInt8(exactly: failure.reason - SSL_AD_REASON_OFFSET) {
                self = .alert(alert)
                return
            }
        }
        self = .protocolViolation(failures.map(\.text))
    }

    /// The error queue, read as the reason why something could not be made.
    static func unavailableNow() -> DTLSError {
        .unavailable(OpenSSLFailure.drain().map(\.text))
    }
}
