/// Waiting that ends in time.
enum Waiting {
    /// What `work` comes to within `time`; throws `SpeechError.timedOut` when it takes longer. Work that does not notice its
    /// cancellation is left behind, not waited for.
    static func atMost<Value: Sendable>(
        _ time: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let (results, continuation) = AsyncStream.makeStream(
            of: Result<Value, any Error>.self, bufferingPolicy: .bufferingOldest(1))
        let worker = Task {
            do { continuation.yield(.success(try await work())) } catch { continuation.yield(.failure(error)) }
        }
        let timer = Task {
            try? await Task.sleep(for: time)
            if !Task.isCancelled { continuation.yield(.failure(SpeechError.timedOut)) }
        }
        defer {
            worker.cancel()
            timer.cancel()
        }
        for await result in results { return try result.get() }
        throw SpeechError.cancelled
    }

    /// The next element of a stream that others read before and after; ended early, the stream is cancelled.
    static func next<Element: Sendable>(
        of stream: AsyncThrowingStream<Element, any Error>, within time: Duration
    ) async throws -> Element? {
        try await atMost(time) {
            var iterator = stream.makeAsyncIterator()
            let element = try await iterator.next()
            if element == nil, Task.isCancelled { throw SpeechError.cancelled }
            return element
        }
    }
}
