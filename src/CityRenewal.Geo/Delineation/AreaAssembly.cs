using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>Turns drafts into renewal areas with outlines, numbers and dispositions; every number is taken from the outline or the parcels anew.</summary>
internal sealed class AreaAssembly(ProposalGround ground, NeedScores need, DispositionPlan dispositions)
{
    /// <summary>The areas from the largest net area down, ties by smallest parcel id, without names.</summary>
    public List<RenewalArea> From(IReadOnlyList<AreaDraft> drafts, int threads, CancellationToken cancel)
    {
        var groups = drafts.Select(FacesOf).ToList();
        var outlines = Outlines.Of(ground.Fabric, groups);
        var areas = new RenewalArea[drafts.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
        };
        Parallel.For(0, areas.Length, options, index => areas[index] = Of(drafts[index], groups[index], (SingleOutline.Of(outlines, index), dispositions.For(drafts[index].Parcels))));
        var ids = ground.City.Parcels.Ids;
        return [.. areas.OrderByDescending(area => area.NetArea).ThenBy(area => area.Parcels.Select(parcel => ids[parcel]).Min(StringComparer.Ordinal), StringComparer.Ordinal)];
    }

    /// <summary>The faces of a draft, parcels and streets, ascending.</summary>
    public int[] FacesOf(AreaDraft draft) => [.. draft.StreetFaces.Concat(ParcelFaces.Of(ground.Fabric, draft.Parcels)).Order()];

    /// <summary>The numbers of a draft.</summary>
    /// <param name="draft">Its parcels and streets.</param>
    /// <param name="faces">All its faces.</param>
    /// <param name="drawn">Its outline, and what is proposed for its buildings.</param>
    public RenewalArea Of(AreaDraft draft, int[] faces, (PolygonColumns Outline, IReadOnlyList<BuildingDisposition> Proposed) drawn)
    {
        var outline = drawn.Outline;
        double net = 0, benefit = 0, knownArea = 0, weighted = 0;
        foreach (var parcel in draft.Parcels)
        {
            var area = ground.NetAreas[parcel];
            var score = need.Scores[parcel];
            net += area;
            benefit += NodeBenefits.Of(score, area, ground.Options.NeedThreshold);
            if (!double.IsNaN(score))
            {
                knownArea += area;
                weighted += area * score;
            }
        }

        Int128 twice = 0;
        foreach (var face in faces)
        {
            twice += ground.Fabric.TwiceArea[face];
        }

        return new RenewalArea
        {
            Id = "",
            Unit = draft.Unit,
            Parcels = draft.Parcels,
            StreetFaces = draft.StreetFaces,
            Outline = outline,
            GrossArea = ground.City.Plane.SquareMetresOfTwice(twice),
            NetArea = net,
            Perimeter = ground.City.Plane.Metres(SingleOutline.LengthOf(outline)),
            Benefit = benefit,
            Need = knownArea > 0 ? weighted / knownArea : null,
            NeedKnownShare = net > 0 ? knownArea / net : 0,
            Dispositions = drawn.Proposed,
        };
    }
}
