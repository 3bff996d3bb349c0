using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>
/// Boundaries held against the register: the land that they share with earlier areas and projects, and the demolition rules over
/// the sum of all demolition since the baseline. Each boundary is judged by itself and each registered area that it touches as a
/// whole, so that neither borrows slack from the other. All boundaries of a review count together: cutting one in two hides nothing.
/// </summary>
public sealed record RegisterReview
{
    /// <summary>Shared land, by boundary, then in the order of the register.</summary>
    public required IReadOnlyList<RegisterOverlap> Overlaps { get; init; }

    /// <summary>The rules that keep land apart from earlier entries, by boundary in its order.</summary>
    public required IReadOnlyList<Finding> LandFindings { get; init; }

    /// <summary>Demolition rules: every boundary in its order, then every registered area that one of them touches.</summary>
    public required IReadOnlyList<CumulativeFinding> Findings { get; init; }

    /// <summary>Parcels of live entries that the present layer has no more, by entry: overlaps with them cannot be told.</summary>
    public required IReadOnlyList<(string Entry, int Parcels)> Vanished { get; init; }

    /// <summary>Whether a reader must look at something.</summary>
    public bool IsOpen => Overlaps.Any(overlap => overlap.IsConflict) || LandFindings.Any(finding => finding.IsOpen) || Findings.Any(found => found.Finding.IsOpen);

    /// <summary>Holds boundaries against a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="city">The city as it is now, with its facts.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="boundaries">The boundaries; ids are unique.</param>
    public static RegisterReview Of(
        RenewalRegister register, (City City, ParcelFacts Facts) city, RulePack pack, IReadOnlyList<SubmittedLand> boundaries)
    {
        var ids = new PresentIds(city.City);
        var ground = new CumulativeGround(register, city, boundaries, ids);
        List<RegisterOverlap> overlaps = [.. boundaries.SelectMany(boundary => OverlapsOf(register, city, boundary))];
        List<(string Entry, int Parcels)> vanished =
        [
            .. from entry in register.Entries
               where entry.IsLive
               let gone = entry.Parcels.Count(parcel => !ids.HasParcel(parcel.Id))
               where gone > 0
               select (entry.Id, gone),
        ];
        var areas = overlaps.Select(overlap => overlap.Entry.Area).Distinct().ToHashSet(StringComparer.Ordinal);
        return new RegisterReview
        {
            Overlaps = overlaps,
            LandFindings =
            [
                .. boundaries.SelectMany(boundary => RegisteredLandRules.Of(
                    pack, city, boundary, (overlaps.Where(overlap => overlap.Boundary == boundary.Id), vanished.Exists(gone => gone.Entry != boundary.Id)))),
            ],
            Findings =
            [
                .. boundaries.SelectMany(boundary => ground.OfBoundary(pack, boundary)),
                .. register.Areas.Where(area => areas.Contains(area.Id)).SelectMany(area => ground.OfArea(pack, area)),
            ],
            Vanished = vanished,
        };
    }

    private static IEnumerable<RegisterOverlap> OverlapsOf(RenewalRegister register, (City City, ParcelFacts Facts) city, SubmittedLand boundary)
    {
        var rows = boundary.Parcels.ToDictionary(row => city.City.Parcels.Ids[row], StringComparer.Ordinal);
        foreach (var entry in register.Entries.Where(entry => entry.IsLive && entry.Id != boundary.Id))
        {
            var shared = entry.Parcels.Select(parcel => parcel.Id).Where(rows.ContainsKey).ToList();
            if (shared.Count > 0)
            {
                yield return new RegisterOverlap(
                    boundary.Id, entry, shared, shared.Sum(id => city.Facts.AreaM2[rows[id]]), shared.Count == rows.Count);
            }
        }
    }
}
