using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// The streets, junctions and voids that belong to an area: those all of whose sides are its parcels, under the rules that
/// a search keeps to. A planner may put parcels together that a search never would, of two units or outside the UDB; the
/// streets between them follow the same rules, so that an area of a plan has the streets that the plan gave it.
/// </summary>
internal sealed class InnerStreets
{
    private readonly LandFabric _fabric;
    private readonly Surroundings _around;
    private readonly bool[] _mayLieInside;

    public InnerStreets(LandFabric fabric, Membership membership, ContactRules rules, Surroundings around)
    {
        (_fabric, _around) = (fabric, around);
        var all = new List<int>();
        for (var face = 0; face < fabric.FaceCount; face++)
        {
            if (MayLieInside(face, rules))
            {
                all.Add(face);
            }
        }

        var searched = all.FindAll(face => IsSearched(SidesOf(face), membership));
        var isSearched = searched.ToHashSet();
        _mayLieInside = new bool[fabric.FaceCount];
        HeldStreets.Of(fabric, searched).ForEach(face => _mayLieInside[face] = true);
        HeldStreets.Of(fabric, all).FindAll(face => !isSearched.Contains(face)).ForEach(face => _mayLieInside[face] = true);
        DropWhatOnlyTouches(all);
    }

    /// <summary>The faces in an area, ascending.</summary>
    /// <param name="parcels">Its parcels.</param>
    /// <param name="isMember">Whether a parcel is one of them.</param>
    public int[] Of(IReadOnlyList<int> parcels, HashSet<int> isMember)
    {
        var faces = new List<int>();
        foreach (var parcel in parcels)
        {
            foreach (var face in _around.StripsOf(parcel))
            {
                // Every face is looked at once: from the first of its sides.
                if (_mayLieInside[face] && SidesOf(face) is var sides && sides[0] == parcel && AreAllIn(sides, isMember))
                {
                    faces.Add(face);
                }
            }
        }

        faces.Sort();
        return [.. faces];
    }

    /// <summary>The parcels beside faces that may lie in an area here and not there, or there and not here; of faces of the same number.</summary>
    public IEnumerable<int> SidesOtherThan(InnerStreets other)
    {
        var count = Math.Min(_mayLieInside.Length, other._mayLieInside.Length);
        for (var face = 0; face < count; face++)
        {
            if (_mayLieInside[face] != other._mayLieInside[face])
            {
                foreach (var side in SidesOf(face).ToArray())
                {
                    yield return side;
                }
            }
        }
    }

    private static bool AreAllIn(ReadOnlySpan<int> sides, HashSet<int> isMember)
    {
        foreach (var side in sides)
        {
            if (!isMember.Contains(side))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<int> SidesOf(int face) => _fabric.SideParcels[_fabric.SideStart[face].._fabric.SideStart[face + 1]];

    private bool MayLieInside(int face, ContactRules rules)
    {
        var fewest = _fabric.FaceKinds[face] switch { FaceKind.Street => 2, FaceKind.Void => 1, _ => int.MaxValue };
        var sides = SidesOf(face);
        if (sides.Length < fewest || !(_fabric.StripWidthM[face] <= rules.StreetWidth) || rules.IsCrossed(face))
        {
            return false;
        }

        for (var i = 0; i < sides.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (rules.IsBarred(sides[j], sides[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsSearched(ReadOnlySpan<int> sides, Membership membership)
    {
        foreach (var side in sides)
        {
            if (!membership.MayJoin(side) || membership.Units[side] != membership.Units[sides[0]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A crossing whose arms are too wide to lie inside only touches its corners: it stays out with them.</summary>
    private void DropWhatOnlyTouches(List<int> all)
    {
        var isAnchored = new bool[_fabric.FaceCount];
        for (var found = true; found;)
        {
            found = false;
            foreach (var face in all)
            {
                if (_mayLieInside[face] && !isAnchored[face] && Borders(face, isAnchored))
                {
                    isAnchored[face] = found = true;
                }
            }
        }

        isAnchored.CopyTo(_mayLieInside, 0);
    }

    private bool Borders(int face, bool[] isAnchored)
    {
        foreach (var ring in _fabric.FaceRings[_fabric.FaceRingStart[face].._fabric.FaceRingStart[face + 1]])
        {
            var h = ring;
            do
            {
                var other = _fabric.Face[h ^ 1];
                if (_fabric.FaceParcel[other] >= 0 || (isAnchored[other] && AreAmong(SidesOf(other), SidesOf(face))))
                {
                    return true;
                }

                h = _fabric.Next[h];
            }
            while (h != ring);
        }

        return false;
    }

    private static bool AreAmong(ReadOnlySpan<int> few, ReadOnlySpan<int> many)
    {
        foreach (var side in few)
        {
            if (many.BinarySearch(side) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
