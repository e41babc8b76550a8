import ControlAPI
import RoomServer
import Store
import Worker

extension CommandFailure {
    /// What an error of a service means for the command that ran it.
    init(process error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case RoomServerError.portUnavailable(let kind, let port, _):
            self.init(
                .unreachable,
                "\(kind) port \(port) is taken by another program, or may not be used; choose another port.")
        case let error as RoomServerError: self.init(.usage, "\(error).")
        case ControlError.pagesMissing(let looked): self.init(.failed, "\(ControlError.pagesMissing(looked: looked))")
        case let error as ControlError: self.init(.unreachable, "\(error)")
        case VoiceWorkerError.missingKey: self.init(.usage, "\(VoiceWorkerError.missingKey).")
        case let error as VoiceWorkerError: self.init(.unreachable, "\(error).")
        case let error as StoreError: self.init(.failed, "\(error).")
        default: self.init(.failed, "\(error).")
        }
    }
}
