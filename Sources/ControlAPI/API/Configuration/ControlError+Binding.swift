import Foundation
import NIOCore

extension ControlError {
    /// Why a port cannot be opened.
    init(_ error: IOError, host: String, port: Int) {
        self =
            switch error.errnoCode {
            case EADDRINUSE: .portTaken(host: host, port: port)
            case EACCES, EPERM: .notPermitted(host: host, port: port)
            case EADDRNOTAVAIL: .noSuchAddress(host: host)
            default: .cannotListen(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
            }
    }
}
