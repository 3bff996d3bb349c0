using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>
/// The messages of plans that were asked for last, read once: a plan of a large city is a message of megabytes. What is kept is never
/// changed; every caller has a message of his own that shares its areas and findings, which nobody changes.
/// </summary>
internal sealed class PlanMessageShelf
{
    private const int MostBytes = 64 << 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<Kept> _newest = new();
    private readonly Dictionary<(string City, OfficePlan Plan), LinkedListNode<Kept>> _kept = [];
    private long _bytes;

    /// <summary>The message of a plan as it is now: another revision, or another plan of that id, is another one.</summary>
    public V1.Plan Of(IOfficeCity city, OfficePlan plan)
    {
        var known = Find((city.Id, plan)) ?? Keep((city.Id, plan), city.PlanMessage(plan.Id));
        var own = new V1.Plan();
        own.MergeFrom(known);
        return own;
    }

    private V1.Plan? Find((string City, OfficePlan Plan) key)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var node))
            {
                return null;
            }

            _newest.Remove(node);
            _newest.AddFirst(node);
            return node.Value.Message;
        }
    }

    private V1.Plan Keep((string City, OfficePlan Plan) key, byte[] bytes)
    {
        var message = V1.Plan.Parser.ParseFrom(bytes);
        lock (_gate)
        {
            if (bytes.Length <= MostBytes && !_kept.ContainsKey(key))
            {
                _kept[key] = _newest.AddFirst(new Kept(key, message, bytes.Length));
                _bytes += bytes.Length;
            }

            while (_bytes > MostBytes)
            {
                var oldest = _newest.Last!.Value;
                _newest.RemoveLast();
                _kept.Remove(oldest.Key);
                _bytes -= oldest.Bytes;
            }
        }

        return message;
    }

    private sealed record Kept((string City, OfficePlan Plan) Key, V1.Plan Message, int Bytes);
}
