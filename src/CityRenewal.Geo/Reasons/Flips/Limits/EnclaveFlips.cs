using System.Collections.Concurrent;
using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Reasons;

/// <summary>Land of others that an area encloses: the holes of its faces before and after a flip.</summary>
internal sealed class EnclaveFlips(LandFabric fabric, AreaFaces faces, (double Largest, double Price, Func<Int128, double> SquareMetres) limit) : IFlipLimit
{
    private readonly ConcurrentDictionary<int, Holes> _known = new();

    // A walk has marks for the whole fabric: few are made, and used again.
    private readonly ConcurrentBag<OutlineWalk> _walks = [];

    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        if (asked.Way is FlipWay.Ends or FlipWay.Begins)
        {
            return;
        }

        var before = HolesOf(asked.Unit, asked.Area);
        var after = faces.After(asked);
        if (before.Count == 0 && HasNoneAfter(asked.IsIn, before.Faces, after))
        {
            return;
        }

        var then = Of(after);
        if (then.Count > 0 || before.Count > 0)
        {
            effects.Add(Effect(before, then));
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area)
    {
        var now = HolesOf(unit, area);
        return [Effect(now, now)];
    }

    private FlipEffect Effect(Holes before, Holes after)
    {
        var (isSoft, more) = (double.IsFinite(limit.Price), after.TooMuch - before.TooMuch);
        return new FlipEffect(FlipBreaks.Enclave, "largest_enclave_m2", before.Largest, after.Largest, limit.Largest)
        {
            IsSoft = isSoft, IsBroken = !isSoft && more > 1e-6, Price = isSoft ? limit.Price * more : 0,
        };
    }

    private Holes HolesOf(UnitFlips unit, int area) => _known.TryGetValue(area, out var known)
        ? known
        : _known.GetOrAdd(area, Of(faces.Of(unit, area)));

    private Holes Of(HashSet<int> area)
    {
        var walk = _walks.TryTake(out var idle) ? idle : new OutlineWalk(fabric.Columns.Graph);
        var outline = walk.Alone([.. area.Order()]);
        _walks.Add(walk);
        var holes = Enumerable.Range(0, outline.RingStart.Length - 1).Select(ring => -outline.TwiceAreaOfRing(ring))
            .Where(twice => twice > 0).Select(limit.SquareMetres).ToList();
        return new Holes(area, holes.Count, holes.DefaultIfEmpty(0).Max(), holes.Sum(hole => Math.Max(0, hole - limit.Largest)));
    }

    /// <summary>Whether an area without holes has none after a flip either, as far as the faces that move show; false is "look".</summary>
    private bool HasNoneAfter(bool isIn, HashSet<int> before, HashSet<int> after)
    {
        var moved = isIn ? after.Except(before).ToList() : before.Except(after).ToList();
        return isIn
            ? moved.Count == 1 && MeetsOnce(moved[0], before)
            : moved.TrueForAll(face => Beside(face).Any(other => !before.Contains(other)));
    }

    /// <summary>Whether a face of one ring meets an area along one piece of its border, and at no corner besides.</summary>
    private bool MeetsOnce(int face, HashSet<int> area)
    {
        var rings = fabric.FaceRingStart[face + 1] - fabric.FaceRingStart[face];
        if (rings != 1)
        {
            return false;
        }

        var meets = new List<bool>();
        var first = fabric.FaceRings[fabric.FaceRingStart[face]];
        var h = first;
        do
        {
            meets.Add(CornerMeets(h, area));
            meets.Add(area.Contains(fabric.Face[h ^ 1]));
            h = fabric.Next[h];
        }
        while (h != first);
        return Enumerable.Range(0, meets.Count).Count(i => meets[i] && !meets[(i + 1) % meets.Count]) <= 1;
    }

    private bool CornerMeets(int edge, HashSet<int> area)
    {
        var h = edge;
        do
        {
            if (area.Contains(fabric.Face[h]))
            {
                return true;
            }

            h = fabric.Next[h ^ 1];
        }
        while (h != edge);
        return false;
    }

    private IEnumerable<int> Beside(int face)
    {
        for (var ring = fabric.FaceRingStart[face]; ring < fabric.FaceRingStart[face + 1]; ring++)
        {
            var first = fabric.FaceRings[ring];
            var h = first;
            do
            {
                yield return fabric.Face[h ^ 1];
                h = fabric.Next[h];
            }
            while (h != first);
        }
    }

    private sealed record Holes(HashSet<int> Faces, int Count, double Largest, double TooMuch);
}
