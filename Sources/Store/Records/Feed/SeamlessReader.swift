/// Reads a session's log from a number on, without a seam between what was and what comes.
///
/// It listens before it reads what there is, and then goes by numbers alone: what it hears twice it drops, and what it
/// did not hear it looks up. It reads as fast as it is asked, and holds one page.
actor SeamlessReader {
    private static let page = 250

    private let pages: any EventPages
    private let session: String
    /// The number that is read next.
    private var next: Int
    private var found: ArraySlice<LoggedEvent> = []
    private var news: AsyncStream<LoggedEvent>.Iterator?
    /// An event that was heard before others that come first.
    private var early: LoggedEvent?
    /// Whether there may be more to look up.
    private var isBehind = true

    init(_ pages: any EventPages, of session: String, from sequence: Int) {
        self.pages = pages
        self.session = session
        next = sequence
    }

    /// What it reads, until its reader goes.
    nonisolated var stream: AsyncStream<LoggedEvent> {
        AsyncStream { await self.read() }
    }

    private func read() async -> LoggedEvent? {
        while !Task.isCancelled {
            if let event = found.popFirst() {
                guard event.sequence >= next else { continue }
                next = event.sequence + 1
                return event
            }
            if news == nil { await listen() }
            if isBehind {
                await lookUp()
            } else {
                await hear()
            }
        }
        return nil
    }

    /// Begins to listen, which is before it looks: nothing is appended in between unheard.
    private func listen() async {
        news = await pages.news(of: session).makeAsyncIterator()
        isBehind = true
    }

    private func lookUp() async {
        let page = await pages.page(of: session, after: next - 1, limit: Self.page)
        found = page[...]
        guard page.isEmpty else { return }
        isBehind = false
        // Nobody knows what is missing before it: it was lost.
        if let early { found = [early] }
        early = nil
    }

    private func hear() async {
        guard var iterator = news else { return }
        let event = await iterator.next(isolation: self)
        news = iterator
        guard let event else {
            news = nil
            return
        }
        if event.sequence == next {
            found = [event]
        } else if event.sequence > next {
            early = event
            isBehind = true
        }
    }
}
