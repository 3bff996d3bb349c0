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
    private readonly bool[] _isOpen; // held, and so in an area with its sides unless it only touches them
    private readonly bool[] _mayLieInside;
    private readonly bool[] _isGiven; // by itself, whoever its sides are
    private readonly bool[] _isSearched; // and its sides may be in one area of a search
    private readonly bool[] _isHeld;
    private readonly bool[] _isHeldInSearch;

    public InnerStreets(LandFabric fabric, Membership membership, ContactRules rules, Surroundings around)
    {
        (_fabric, _around) = (fabric, around);
        (_isGiven, _isSearched) = (new bool[fabric.FaceCount], new bool[fabric.FaceCount]);
        (_isHeld, _isHeldInSearch) = (new bool[fabric.FaceCount], new bool[fabric.FaceCount]);
        for (var face = 0; face < fabric.FaceCount; face++)
        {
            Classify(face, membership, rules);
        }

        HeldStreets.Of(fabric, FacesOf(_isSearched)).ForEach(face => _isHeldInSearch[face] = true);
        HeldStreets.Of(fabric, FacesOf(_isGiven)).ForEach(face => _isHeld[face] = true);
        _isOpen = new bool[fabric.FaceCount];
        _mayLieInside = new bool[fabric.FaceCount];
        for (var face = 0; face < _isOpen.Length; face++)
        {
            _isOpen[face] = IsHeld(face);
        }

        Anchor(FacesOf(_isOpen));
    }

    private InnerStreets(InnerStreets before, LandFabric fabric, Membership membership, (ContactRules Rules, Surroundings Around) land, IReadOnlyList<int> faces)
    {
        (_fabric, _around) = (fabric, land.Around);
        (_isOpen, _mayLieInside) = (Grown(before._isOpen), Grown(before._mayLieInside));
        (_isGiven, _isSearched) = (Grown(before._isGiven), Grown(before._isSearched));
        (_isHeld, _isHeldInSearch) = (Grown(before._isHeld), Grown(before._isHeldInSearch));
        foreach (var face in faces)
        {
            Classify(face, membership, land.Rules);
        }

        var asked = faces.ToHashSet();
        asked.UnionWith(HeldStreets.Renew(fabric, _isHeldInSearch, _isSearched, faces).Where(face => _isGiven[face]));
        asked.UnionWith(HeldStreets.Renew(fabric, _isHeld, _isGiven, faces).Where(face => _isGiven[face]));
        foreach (var face in asked)
        {
            _isOpen[face] = IsHeld(face);
        }

        AnchorAgain(asked);
        Changed = [.. asked.Where(face => face < before._mayLieInside.Length && before._mayLieInside[face] != _mayLieInside[face])];
    }

    /// <summary>The faces that may lie in an area and might not before, or the other way round; of faces of the same number.</summary>
    private IReadOnlyList<int> Changed { get; } = [];

    /// <summary>The streets after some parcels became others; the same as deciding for all again.</summary>
    /// <param name="fabric">The fabric afterwards, in which faces that stay have their numbers.</param>
    /// <param name="membership">The memberships before and now.</param>
    /// <param name="land">The rules of contact, and what lies around, now.</param>
    /// <param name="change">What changed.</param>
    public InnerStreets After(LandFabric fabric, (Membership Before, Membership Now) membership, (ContactRules Rules, Surroundings Around) land, LandChange change)
    {
        var (was, now) = membership;
        var others = now.Changed.Where(parcel => parcel < was.Count && was.MayJoin(parcel) != now.MayJoin(parcel));
        int[] faces = [.. change.Rows.Concat(others).Distinct().SelectMany(parcel => land.Around.StripsOf(parcel).ToArray()).Concat(change.Faces).Distinct().Order()];
        return new InnerStreets(this, fabric, now, land, faces);
    }

    private void Classify(int face, Membership membership, ContactRules rules)
    {
        _isGiven[face] = MayLieInside(face, rules);
        _isSearched[face] = _isGiven[face] && IsSearched(SidesOf(face), membership);
    }

    // A street that a search may take is held by such streets alone.
    private bool IsHeld(int face) => _isSearched[face] ? _isHeldInSearch[face] : _isGiven[face] && _isHeld[face];

    private static List<int> FacesOf(bool[] marks) => [.. Enumerable.Range(0, marks.Length).Where(face => marks[face])];

    private bool[] Grown(bool[] marks)
    {
        var grown = new bool[_fabric.FaceCount];
        marks.CopyTo(grown, 0);
        return grown;
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

    /// <summary>The parcels beside faces that may lie in an area and might not in the streets that these were made from, or the other way round.</summary>
    public IEnumerable<int> SidesOfChanged() => Changed.SelectMany(face => SidesOf(face).ToArray());

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
    private void Anchor(List<int> open)
    {
        for (var found = true; found;)
        {
            found = false;
            foreach (var face in open)
            {
                if (Borders(face, _mayLieInside))
                {
                    _mayLieInside[face] = found = true;
                }
            }

            open.RemoveAll(face => _mayLieInside[face]);
        }
    }

    // What hangs on others alone can hang on a face that was asked, over others of its kind: all that is decided anew.
    private void AnchorAgain(HashSet<int> asked)
    {
        asked.UnionWith(asked.SelectMany(NeighboursOf).Where(face => _isOpen[face]).ToList());
        var next = new Stack<int>(asked);
        while (next.TryPop(out var face))
        {
            _mayLieInside[face] = false;
            foreach (var other in NeighboursOf(face).Where(other => _isOpen[other] && !IsBesideParcel(other) && asked.Add(other)))
            {
                next.Push(other);
            }
        }

        Anchor([.. asked.Where(face => _isOpen[face]).Order()]);
    }

    private bool IsBesideParcel(int face) => NeighboursOf(face).Exists(other => _fabric.FaceParcel[other] >= 0);

    private List<int> NeighboursOf(int face)
    {
        var neighbours = new List<int>();
        foreach (var ring in _fabric.FaceRings[_fabric.FaceRingStart[face].._fabric.FaceRingStart[face + 1]])
        {
            var h = ring;
            do
            {
                neighbours.Add(_fabric.Face[h ^ 1]);
                h = _fabric.Next[h];
            }
            while (h != ring);
        }

        return neighbours;
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
