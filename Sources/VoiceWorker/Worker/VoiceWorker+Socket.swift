import AgentDispatch
import Foundation
import Logging
import Timing
import Token
import Transport

/// The `/agent` socket.
extension VoiceWorker {
    /// A token for registering lives no longer than connecting takes.
    private static let tokenLifetime = Duration.seconds(600)

    func connect() {
        var token = AccessToken()
        token.grants = .worker
        guard
            let signed = try? token.signed(
                key: options.apiKey, secret: options.apiSecret, now: Date(), validFor: Self.tokenLifetime)
        else {
            failure = .missingKey
            return drive { $0.stop(now: $1) }
        }
        socketNumber += 1
        let number = socketNumber
        let target = options.server.target("/agent", query: [("protocol", "1")])
        var request = WebSocketRequest(server: options.server, target: target, token: signed)
        request.keepAlive = .seconds(30)
        socket = WebSocketClient(connecting: request, on: loop) { [weak self] event in
            self?.assumeIsolated { $0.receive(event, from: number) }
        }
    }

    private func receive(_ event: WebSocketEvent, from number: Int) {
        guard number == socketNumber else { return }
        switch event {
        case .opened: tell(.opened)
        case .binary(let bytes): tell(.received(bytes))
        case .text: break
        case .closed(let code, let reason):
            lost("the server closed the connection (\(code)\(reason.isEmpty ? "" : " \(reason)"))")
        case .failed(.refused(let status, let body, _)):
            lost("\(WebSocketError.refused(status: status, body: body))", status: status)
        case .failed(let error): lost("\(error)")
        }
    }

    private func lost(_ reason: String, status: Int? = nil) {
        lastLoss = reason
        if !isShuttingDown {
            let server = Logger.MetadataValue.string("\(options.server)")
            logger.warning("no connection to the server", metadata: ["server": server, "reason": "\(reason)"])
        }
        tell(.ended(status: status))
    }

    private func tell(_ event: WorkerEvent) {
        drive { $0.handle(event, now: $1) }
    }
}
