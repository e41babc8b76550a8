import Dialogue
import Host

/// The first words, ready before anybody can notice that they are not.
extension CallSession {
    /// Asks the graph for its greeting and has the sound made, while the room is joined. A conversation that another process
    /// began has more to do first.
    func readyGreeting() {
        guard !host.isResumed else { return }
        let host = host
        greeting = Task.detached {
            do throws(HostError) { return .success(try await host.greet()) } catch { return .failure(error) }
        }
        let (task, shelf) = (greeting, services.shelf)
        elsewhere { [weak self] in
            guard case .success(let reply)? = await task?.value else { return }
            await self?.presynthesize(reply.text)
            await shelf.render([reply.text])
        }
    }

    /// The greeting that was asked for, once.
    func takeGreeting() -> Task<Result<Host.Reply, HostError>, Never>? {
        defer { greeting = nil }
        return greeting
    }

    /// A greeting that nobody was there to hear was never said.
    func disownGreeting() async {
        guard case .success(let reply)? = await takeGreeting()?.value else { return }
        await host.heard("", of: reply.id)
    }
}
