using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Opinions;

/// <summary>The records of opinions in the files of plans that the office keeps.</summary>
internal sealed class OpinionKeeping(PlanKeeping keeping, TimeProvider clock)
{
    /// <summary>The record of a plan with the hash of every entry.</summary>
    /// <exception cref="MissingException">There is no such plan.</exception>
    public (IOfficeCity City, OfficePlan Plan, OpinionRecord Record, IReadOnlyList<V1.Opinion> Entries) Read(string plan, string field)
    {
        var (city, known) = keeping.Find(plan, field);
        var (record, stored) = city.ReadPlan(known.Id, path => (PlanOpinions.Read(path), PlanOpinions.Entries(path)));
        return (city, known, record, Told(PlanHeads.NameOf(city.Id, known.Id), record, stored));
    }

    /// <summary>An entry by its name.</summary>
    /// <exception cref="MissingException">There is none of that name.</exception>
    public V1.Opinion Find(string name)
    {
        var (plan, number) = NumberOf(name);
        var entries = Read(plan, "name").Entries;
        return entries.FirstOrDefault(entry => entry.Number == number)
            ?? throw new MissingException("NO_SUCH_OPINION", $"The plan {plan} has no opinion {number} among its {entries.Count}; list them to see which there are.");
    }

    /// <summary>The plan and the number of an entry's name.</summary>
    public static (string Plan, int Number) NumberOf(string name)
    {
        var ids = ResourceNames.Ids(name, "name", "cities", "plans", "opinions");
        return int.TryParse(ids[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (PlanHeads.NameOf(ids[0], ids[1]), number)
            : throw new BadRequestException([new FieldProblem("name", $"'{ids[2]}' is no number of an opinion; give the name as the list tells it.")]);
    }

    /// <summary>Adds an entry; the plan's etag is another one then.</summary>
    /// <param name="plan">Name of the plan.</param>
    /// <param name="etag">Its etag as the caller saw it; empty takes any.</param>
    /// <param name="append">Adds to the file.</param>
    /// <param name="receipt">What the request may come again by.</param>
    public V1.Opinion Append(string plan, string etag, Func<string, Opinion> append, Receipt receipt)
    {
        var (city, known) = keeping.Find(plan);
        V1.Opinion? added = null;
        city.ChangePlan(
            known.Id, PlanHeads.RevisionOf(etag), of => of with { Changed = clock.GetUtcNow() },
            path =>
            {
                var number = append(path).Number;
                added = Told(PlanHeads.NameOf(city.Id, known.Id), PlanOpinions.Read(path), PlanOpinions.Entries(path))[number - 1];
            },
            _ => receipt.For(added!));
        return added!;
    }

    /// <summary>Requires that something can be added.</summary>
    /// <exception cref="StateException">The record was changed from outside.</exception>
    public static void RequireWhole(OpinionRecord record)
    {
        if (record.BrokenAt is { } broken)
        {
            throw new StateException(
                "RECORD_CHANGED",
                $"The opinions were changed from outside, from entry {broken} on; nothing is added to such a record. Take the plan from a copy that nobody touched.");
        }
    }

    // Somebody may have added to it between the two readings: what is told is the record as it was first read.
    private static IReadOnlyList<V1.Opinion> Told(string plan, OpinionRecord record, IReadOnlyList<(Opinion Opinion, string Hash)> stored) =>
        [.. stored.Take(record.Entries.Count).Select((entry, i) => OpinionMessages.ToMessage(plan, entry.Opinion, record.Entries[i].Since, entry.Hash))];
}
