using System.Security.Cryptography;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Answers a request that comes again as it was answered the first time, also when the service was killed meanwhile.</summary>
internal sealed class Answered(IOfficeStore office, TimeProvider clock)
{
    private const int LongestId = 200;
    private readonly Dictionary<(string Caller, string Request), Gate> _gates = [];

    /// <summary>The answer of a request: that of before where it came before, else of the work.</summary>
    /// <param name="requestId">The caller's id of the request; empty does the work every time.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="work">Does it, and keeps its answer by the receipt in the same step of the store as what it made.</param>
    /// <exception cref="BadRequestException">The id is too long, or was another request's.</exception>
    public T Of<T>(string requestId, IMessage request, ServerCallContext context, Func<Receipt, T> work)
        where T : class, IMessage<T>, new()
    {
        if (requestId.Length == 0)
        {
            return work(Receipt.None);
        }

        Require(requestId.Length <= LongestId, $"Give at most {LongestId} characters.");
        var caller = Caller.Of(context).Name;
        var hash = HashOf(request);
        var gate = Enter((caller, requestId));
        try
        {
            lock (gate.Turn)
            {
                if (office.Records.FindRequest(caller, requestId) is { } known)
                {
                    Require(known.Hash == hash && known.Method == context.Method, "Another request had this id; give a new one.");
                    return new MessageParser<T>(() => new T()).ParseFrom(known.Response);
                }

                return work(new Receipt(new RequestRecord(caller, requestId, context.Method, hash, [], clock.GetUtcNow())));
            }
        }
        finally
        {
            Leave((caller, requestId), gate);
        }
    }

    private Gate Enter((string Caller, string Request) key)
    {
        lock (_gates)
        {
            var gate = _gates.TryGetValue(key, out var known) ? known : _gates[key] = new Gate();
            gate.Callers++;
            return gate;
        }
    }

    // The last one takes it along: two who want the same must never stand at different gates.
    private void Leave((string Caller, string Request) key, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Callers == 0)
            {
                _gates.Remove(key);
            }
        }
    }

    // Entries of a map have no order of their own.
    private static string HashOf(IMessage request)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true) { Deterministic = true })
        {
            request.WriteTo(output);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    private static void Require(bool holds, string remedy)
    {
        if (!holds)
        {
            throw new BadRequestException([new FieldProblem("request_id", remedy)]);
        }
    }

    private sealed class Gate
    {
        public Lock Turn { get; } = new();

        public int Callers { get; set; }
    }
}
