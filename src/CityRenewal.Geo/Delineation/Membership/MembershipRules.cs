using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Decides parcel by parcel who may be in an area: locks, the urban development boundary, barriers through the land, and
/// buildings that stand on several parcels. What is unknown excludes nobody; a historic zone restricts what happens to
/// buildings, not membership.
/// </summary>
internal static class MembershipRules
{
    /// <summary>How far inside a parcel a barrier may run and still lie along its border, metres: the layers' tolerance.</summary>
    private const double BarrierTolerance = 1;

    /// <summary>Length of barrier inside a parcel that still is a corner cut by a drawing, metres.</summary>
    private const double BarrierLength = 10;

    /// <summary>Decides for every parcel.</summary>
    public static Membership Of(ProposalGround ground, RuleBook? book, CancellationToken cancel)
    {
        var (city, fabric, graph, facts, options) = (ground.City, ground.Fabric, ground.Graph, ground.Facts, ground.Options);
        var keptOutBy = new int[book is null ? 0 : city.Parcels.Count];
        var reasons = new MembershipReason[city.Parcels.Count];
        var pieces = ground.Barriers;
        FixedChunks.Run(
            reasons.Length,
            options.Threads,
            () => new BarrierCrossings(fabric, pieces),
            (crossings, _, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    reasons[parcel] = ReasonOf(parcel, ground, crossings);
                    if (book is not null)
                    {
                        keptOutBy[parcel] = reasons[parcel] is MembershipReason.Candidate or MembershipReason.LockedIn ? book.KeptOutBy(parcel) : -1;
                        reasons[parcel] = keptOutBy[parcel] >= 0 ? MembershipReason.KeptOutByRule : reasons[parcel];
                    }
                }
            },
            cancel);
        var membership = new Membership
        {
            Reasons = reasons,
            Cells = SearchCells.Of(facts, [.. options.Limits.UncrossedDivisions, .. book?.UncrossedDivisions ?? []]),
            KeptOutBy = keptOutBy,
            Groups = [.. Enumerable.Range(0, reasons.Length)],
        };
        SharedBuildings.Contract(membership, graph, facts, options.MinimumContact, ground.Crossings);
        if (book is { KeepsDistrictsWhole: true })
        {
            WholeDistricts.Contract(membership, ground, book.Ground.Districts);
        }

        new KeptTogether(membership, ground).Contract(WholeRequest.In(ground));

        return membership;
    }

    private static MembershipReason ReasonOf(int parcel, ProposalGround ground, BarrierCrossings crossings)
    {
        var fabric = ground.Fabric;
        var parts = ParcelParts.Count(fabric, parcel);
        if (parts == 0)
        {
            return MembershipReason.NoFace;
        }

        if (ground.Locks[parcel] == ParcelLock.Out)
        {
            return MembershipReason.LockedOut;
        }

        if (ground.Facts.OutsideUdb is { } udb && !udb.IsInside(parcel, ground.Options.UdbToleranceInForce))
        {
            return MembershipReason.OutsideUdb;
        }

        if (parts > 1)
        {
            return MembershipReason.SeveralParts;
        }

        if (IsCrossed(parcel, fabric, crossings))
        {
            return MembershipReason.CrossedByBarrier;
        }

        return ground.Locks[parcel] == ParcelLock.In ? MembershipReason.LockedIn : MembershipReason.Candidate;
    }

    private static bool IsCrossed(int parcel, LandFabric fabric, BarrierCrossings crossings)
    {
        var metre = fabric.Plane.UnitsPerMetre;
        foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
        {
            if (crossings.Cross(face, BarrierTolerance * metre, BarrierLength * metre))
            {
                return true;
            }
        }

        return false;
    }
}
