using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>
/// Tells what happens to a city. It looks at what the office keeps, so that what QGIS, a command or another service does is
/// told like what calls do.
/// </summary>
internal sealed class CityWatch(CityShelf shelf, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(string city, IServerStreamWriter<V1.CityEvent> stream, CancellationToken cancel)
    {
        var before = Look(shelf.Office.Find(city));
        await stream.WriteAsync(Event(V1.CityEventKind.Present, before, [], StaleIn(city, before)), cancel);
        while (true)
        {
            await Task.Delay(Pause, clock, cancel);
            var now = Look(shelf.Office.Find(city));
            foreach (var happened in Between(city, before, now))
            {
                await stream.WriteAsync(happened, cancel);
            }

            if (!now.IsThere)
            {
                return;
            }

            before = now;
        }
    }

    private static Seen Look(IOfficeCity? city) => city is null
        ? new Seen(false, "", new Dictionary<string, int>(), new Dictionary<string, OfficePlan>())
        : new Seen(
            true, city.ReadLayersVersion(),
            city.ReadVersions().GroupBy(version => version.Layer).ToDictionary(versions => versions.Key, versions => versions.Max(version => version.Version)),
            city.ReadPlans().ToDictionary(plan => plan.Id, StringComparer.Ordinal));

    private IEnumerable<V1.CityEvent> Between(string city, Seen before, Seen now)
    {
        if (!now.IsThere)
        {
            yield return Event(V1.CityEventKind.CityRemoved, now, [], []);
            yield break;
        }

        if (now.Version != before.Version)
        {
            var layers = now.Layers.Where(layer => before.Layers.GetValueOrDefault(layer.Key) != layer.Value).Select(layer => layer.Key).Order(StringComparer.Ordinal);
            yield return Event(V1.CityEventKind.LayersChanged, now, layers, StaleIn(city, now));
        }

        foreach (var plan in now.Plans.Values.Where(plan => before.Plans.GetValueOrDefault(plan.Id)?.Revision != plan.Revision))
        {
            var kind = before.Plans.ContainsKey(plan.Id) ? V1.CityEventKind.PlanChanged : V1.CityEventKind.PlanAdded;
            yield return Event(kind, now, [], [PlanHeads.NameOf(city, plan.Id)]);
        }

        foreach (var gone in before.Plans.Keys.Where(plan => !now.Plans.ContainsKey(plan)))
        {
            yield return Event(V1.CityEventKind.PlanRemoved, now, [], [PlanHeads.NameOf(city, gone)]);
        }
    }

    private static IEnumerable<string> StaleIn(string city, Seen seen) =>
        seen.Plans.Values.Where(plan => plan.LayersVersion != seen.Version).Select(plan => PlanHeads.NameOf(city, plan.Id)).Order(StringComparer.Ordinal);

    private V1.CityEvent Event(V1.CityEventKind kind, Seen now, IEnumerable<string> layers, IEnumerable<string> plans)
    {
        var message = new V1.CityEvent { Kind = kind, Time = Timestamp.FromDateTimeOffset(clock.GetUtcNow()), CityEtag = now.Version };
        message.Layers.AddRange(layers);
        message.Plans.AddRange(plans);
        return message;
    }

    private sealed record Seen(bool IsThere, string Version, IReadOnlyDictionary<string, int> Layers, IReadOnlyDictionary<string, OfficePlan> Plans);
}
