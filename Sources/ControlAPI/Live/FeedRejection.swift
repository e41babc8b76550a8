package import Feeds

/// Why a stream of events is not opened.
package struct FeedRejection: Error, Hashable, Sendable {
    package let ending: FeedEnding

    package init(ending: FeedEnding) {
        self.ending = ending
    }
}
