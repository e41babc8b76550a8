/// The value of `work`, or `nil` when it throws or takes longer than `duration`. Work that ignores its cancellation is
/// left behind, not waited for.
package func withDeadline<Value: Sendable>(
    _ duration: Duration, _ work: @escaping @Sendable () async throws -> Value
) async -> Value? {
    let (results, continuation) = AsyncStream.makeStream(of: Value?.self, bufferingPolicy: .bufferingOldest(1))
    let worker = Task { continuation.yield(try? await work()) }
    let timer = Task {
        try? await Task.sleep(for: duration)
        continuation.yield(nil)
    }
    defer {
        worker.cancel()
        timer.cancel()
        continuation.finish()
    }
    for await result in results { return result }
    return nil
}
