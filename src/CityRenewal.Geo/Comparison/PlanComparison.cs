namespace CityRenewal.Geo.Comparison;

/// <summary>
/// Two versions of a plan or of a set of boundaries, compared (方案比对). Areas belong together by the land that they share,
/// whatever they are called and however many there are; comparing the other way about tells the same with old and new exchanged.
/// </summary>
public sealed class PlanComparison
{
    /// <summary>Share of the smaller of two areas that both have, from which they are the same matter; in [0, 1].</summary>
    public const double LeastShare = 0.1;

    /// <summary>Land that may come or go without an area being called changed, m²: what storing outlines rounds away.</summary>
    public const double Rounding = 0.5;

    private PlanComparison(ComparedPlan old, ComparedPlan now) => (Old, New) = (old, now);

    /// <summary>The old version.</summary>
    public ComparedPlan Old { get; }

    /// <summary>The new version.</summary>
    public ComparedPlan New { get; }

    /// <summary>Areas that belong together: by the first old id, then those that are new, by id.</summary>
    public required IReadOnlyList<AreaGroup> Groups { get; init; }

    /// <summary>Parcels that are in an area now and were in none, by row.</summary>
    public required IReadOnlyList<MovedParcel> ParcelsIn { get; init; }

    /// <summary>Parcels that were in an area and are in none now, by row.</summary>
    public required IReadOnlyList<MovedParcel> ParcelsOut { get; init; }

    /// <summary>Parcels that went from one area to another that is not the same matter, by row.</summary>
    public required IReadOnlyList<MovedParcel> ParcelsMoved { get; init; }

    /// <summary>Whether the versions are the same: land, numbers and verdicts.</summary>
    public bool IsNothing => Groups.All(group => group.IsUnchanged);

    /// <summary>Compares two versions.</summary>
    /// <param name="old">The old version.</param>
    /// <param name="now">The new version.</param>
    /// <param name="parcelAreas">Area of every parcel of the city that both are put on, m².</param>
    public static PlanComparison Of(ComparedPlan old, ComparedPlan now, IReadOnlyList<double> parcelAreas)
    {
        var shared = SharedLand.Of(old.Areas, now.Areas);
        var linked = shared.Where(pair => pair.Value >= LeastShare * Math.Min(old.Areas[pair.Key.Old].AreaM2, now.Areas[pair.Key.New].AreaM2)).ToList();
        var links = linked.ToDictionary(pair => pair.Key, pair => AreaLink.Of(old.Areas[pair.Key.Old], now.Areas[pair.Key.New], pair.Value));
        var moves = MovesOf((old, now), parcelAreas, [.. links.Keys]);
        return new PlanComparison(old, now)
        {
            Groups = AreaGroups.Of(old.Areas, now.Areas, links),
            ParcelsIn = [.. moves.Where(move => move.From is null)],
            ParcelsOut = [.. moves.Where(move => move.To is null)],
            ParcelsMoved = [.. moves.Where(move => move is { From: not null, To: not null })],
        };
    }

    private static List<MovedParcel> MovesOf((ComparedPlan Old, ComparedPlan New) plans, IReadOnlyList<double> parcelAreas, HashSet<(int, int)> links)
    {
        var (before, after) = (SharedLand.OwnersOf(plans.Old.Areas, parcelAreas), SharedLand.OwnersOf(plans.New.Areas, parcelAreas));
        var moves = new List<MovedParcel>();
        foreach (var parcel in before.Keys.Union(after.Keys).Order())
        {
            int from = before.GetValueOrDefault(parcel, -1), to = after.GetValueOrDefault(parcel, -1);
            if (!links.Contains((from, to)))
            {
                moves.Add(new MovedParcel(parcel, from < 0 ? null : plans.Old.Areas[from], to < 0 ? null : plans.New.Areas[to]));
            }
        }

        return moves;
    }
}
