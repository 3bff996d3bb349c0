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
    /// <param name="ground">The city and the request.</param>
    /// <param name="book">The rules; null where there are none.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="focus">The parcels that are asked about, others stay out; null asks about all.</param>
    public static Membership Of(ProposalGround ground, RuleBook? book, CancellationToken cancel, IReadOnlySet<int>? focus = null)
    {
        var keptOutBy = new int[book is null ? 0 : ground.City.Parcels.Count];
        Array.Fill(keptOutBy, -1);
        var reasons = new MembershipReason[ground.City.Parcels.Count];
        FixedChunks.Run(
            reasons.Length,
            ground.Options.Threads,
            () => new BarrierCrossings(ground.Fabric, ground.Barriers),
            (crossings, _, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    if (focus is null || focus.Contains(parcel))
                    {
                        Decide(parcel, (ground, book), crossings, (reasons, keptOutBy));
                    }
                    else
                    {
                        reasons[parcel] = MembershipReason.LockedOut;
                    }
                }
            },
            cancel);
        return Joined(ground, book, reasons, keptOutBy);
    }

    /// <summary>The membership of a city in which a parcel was split and only some parcels are others than before; the same as deciding for all again.</summary>
    /// <param name="before">The membership before, of all parcels under the same options and a book that judges the same.</param>
    /// <param name="ground">The city and the request, before and now.</param>
    /// <param name="book">The rules before and now; null where there are none.</param>
    /// <param name="changed">The parcels that are others, with those that are new; and the parts.</param>
    public static Membership After(
        Membership before, (ProposalGround Before, ProposalGround Now) ground, (RuleBook? Before, RuleBook? Now) book, (IReadOnlyList<int> Rows, int[] Parts) changed)
    {
        var count = ground.Now.City.Parcels.Count;
        var own = new MembershipReason[count];
        var keptOutBy = new int[book.Now is null ? 0 : count];
        before.OwnReasons.CopyTo(own, 0);
        before.KeptOutBy.CopyTo(keptOutBy, 0);
        var crossings = new BarrierCrossings(ground.Now.Fabric, ground.Now.Barriers);
        foreach (var row in changed.Rows)
        {
            Decide(row, (ground.Now, book.Now), crossings, (own, keptOutBy));
        }

        var cells = before.Cells.After((ground.Before.Facts, ground.Now.Facts), UncrossedDivisions(ground.Now, book.Now), changed.Parts);
        if (cells is null || WholeRequest.In(ground.Now).Count > 0)
        {
            return Joined(ground.Now, book.Now, own, keptOutBy);
        }

        var reach = MembershipReach.Of(changed, ground.Now.Facts, (book.Before, book.Now));
        var membership = new Membership
        {
            Reasons = With(before.Reasons, reach.Parcels, parcel => own[parcel], count),
            OwnReasons = own,
            Cells = cells,
            KeptOutBy = keptOutBy,
            Groups = With(before.Groups, reach.Parcels, parcel => parcel, count),
            Changed = reach.Parcels,
        };
        Contract(membership, ground.Now, book.Now, (reach.Parcels, reach.Buildings, reach.Districts));
        return membership;
    }

    private static T[] With<T>(T[] values, IEnumerable<int> rows, Func<int, T> value, int count)
    {
        var with = new T[count];
        values.CopyTo(with, 0);
        foreach (var row in rows)
        {
            with[row] = value(row);
        }

        return with;
    }

    private static void Decide(int parcel, (ProposalGround Ground, RuleBook? Book) by, BarrierCrossings crossings, (MembershipReason[] Reasons, int[] KeptOutBy) to)
    {
        var reason = ReasonOf(parcel, by.Ground, crossings);
        if (by.Book is not null)
        {
            to.KeptOutBy[parcel] = reason is MembershipReason.Candidate or MembershipReason.LockedIn ? by.Book.KeptOutBy(parcel) : -1;
            reason = to.KeptOutBy[parcel] >= 0 ? MembershipReason.KeptOutByRule : reason;
        }

        to.Reasons[parcel] = reason;
    }

    private static Membership Joined(ProposalGround ground, RuleBook? book, MembershipReason[] reasons, int[] keptOutBy)
    {
        var all = Enumerable.Range(0, reasons.Length);
        var membership = new Membership
        {
            Reasons = reasons,
            OwnReasons = (MembershipReason[])reasons.Clone(),
            Cells = SearchCells.Of(ground.Facts, UncrossedDivisions(ground, book)),
            KeptOutBy = keptOutBy,
            Groups = [.. all],
            Changed = [.. all],
        };
        var districts = book is { KeepsDistrictsWhole: true } ? book.Ground.Districts.Names.Count : 0;
        Contract(membership, ground, book, (all, Enumerable.Range(0, ground.Facts.Buildings.Footprint.Length), Enumerable.Range(0, districts)));
        new KeptTogether(membership, ground).Contract(WholeRequest.In(ground));
        return membership;
    }

    private static void Contract(
        Membership membership, ProposalGround ground, RuleBook? book, (IEnumerable<int> Parcels, IEnumerable<int> Buildings, IEnumerable<int> Districts) among)
    {
        SharedBuildings.Contract(
            membership, (ground.Graph, ground.Crossings), ground.Facts, ground.Options.MinimumContact, (among.Parcels, among.Buildings));
        if (book is { KeepsDistrictsWhole: true })
        {
            WholeDistricts.Contract(membership, ground, book.Ground.Districts, (among.Parcels, among.Districts));
        }
    }

    private static IReadOnlyList<string> UncrossedDivisions(ProposalGround ground, RuleBook? book) =>
        [.. ground.Options.Limits.UncrossedDivisions, .. book?.UncrossedDivisions ?? []];

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
