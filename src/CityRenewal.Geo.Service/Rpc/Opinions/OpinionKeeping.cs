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
        var name = PlanHeads.NameOf(city.Id, known.Id);
        return (city, known, record, [.. stored.Select((entry, i) => OpinionMessages.ToMessage(name, entry.Opinion, record.Entries[i].Since, entry.Hash))]);
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
    public V1.Opinion Append(string plan, string etag, Func<string, Opinion> append)
    {
        var (city, known) = keeping.Find(plan);
        var added = 0;
        city.ChangePlan(known.Id, PlanHeads.RevisionOf(etag), of => of with { Changed = clock.GetUtcNow() }, path => added = append(path).Number);
        return Read(plan, "name").Entries[added - 1];
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
}
