using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// A block divided into parcels, on the map: corners bent with the hills, and between them the vertices that a surveyor sets
/// on a long or crooked border, the same for the parcels on both sides.
/// </summary>
internal sealed class BlockMesh(Bend bend)
{
    private const int Inner = 1_000;
    private readonly Mesh _mesh = new();
    private readonly List<Spot> _corners = [];
    private readonly Dictionary<(int From, int To), (int First, int Count)> _borders = [];
    private readonly List<Spot> _middles = [];

    /// <summary>The parcels that tile the block.</summary>
    public IReadOnlyList<MeshFace> Faces => _mesh.Faces;

    /// <summary>Corner number c on the map.</summary>
    public Spot Corner(int c) => _corners[c];

    /// <summary>Whether a side of a face is the border to another parcel of the block.</summary>
    public static bool IsInner(int side) => side == Inner;

    /// <summary>Divides a block into exactly as many parcels as the plan says.</summary>
    public void Divide(Region region, ref Dice dice)
    {
        _mesh.Start(region.Block);
        while (_mesh.Faces.Count < region.Faces)
        {
            Halve(Largest(), ref dice);
        }

        _corners.Clear();
        foreach (var spot in _mesh.Spots)
        {
            _corners.Add(bend.ToMap(spot));
        }

        SurveyBorders(region.Quarter, ref dice);
    }

    /// <summary>Appends the outline of a face on the map, anticlockwise, not closed.</summary>
    public void Outline(MeshFace face, List<Spot> outline)
    {
        for (var k = 0; k < face.Corners.Count; k++)
        {
            var (from, to) = (face.Corner(k), face.Corner(k + 1));
            outline.Add(_corners[from]);
            var (first, count) = _borders[(Math.Min(from, to), Math.Max(from, to))];
            for (var m = 0; m < count; m++)
            {
                outline.Add(_middles[from < to ? first + m : first + count - 1 - m]);
            }
        }
    }

    private MeshFace Largest()
    {
        var largest = _mesh.Faces[0];
        foreach (var face in _mesh.Faces)
        {
            largest = face.Area > largest.Area ? face : largest;
        }

        return largest;
    }

    private void Halve(MeshFace face, ref Dice dice)
    {
        var ring = _mesh.RingOf(face);
        var (middle, axis) = (ring.Centre(), ring.LongDirection());
        var (low, high) = ring.Extent(axis);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var through = middle + ((dice.Between(-0.1, 0.1) * (high - low)) * axis);
            var direction = (axis.Left + (dice.Between(-0.12, 0.12) * axis)).Direction;
            if (_mesh.TryCut(face, through, direction, Inner))
            {
                return;
            }
        }

        // Through the middle of a convex face there is always something on both sides.
        if (!_mesh.TryCutFinely(face, middle, axis.Left, Inner))
        {
            throw new InvalidOperationException("A block of the sample city cannot be divided any further.");
        }
    }

    private void SurveyBorders(Quarter quarter, ref Dice dice)
    {
        _borders.Clear();
        _middles.Clear();
        var crooked = quarter is Quarter.OldTown or Quarter.Village or Quarter.Slope or Quarter.Farmland ? 0.75 : 0.45;
        foreach (var face in _mesh.Faces)
        {
            for (var k = 0; k < face.Corners.Count; k++)
            {
                var (a, b) = (face.Corner(k), face.Corner(k + 1));
                var key = (Math.Min(a, b), Math.Max(a, b));
                if (!_borders.ContainsKey(key))
                {
                    var first = _middles.Count;
                    Survey(_mesh.Spots[key.Item1], _mesh.Spots[key.Item2], IsInner(face.Sides[k]) ? crooked : 0, ref dice);
                    _borders.Add(key, (first, _middles.Count - first));
                }
            }
        }
    }

    private void Survey(Spot from, Spot to, double crooked, ref Dice dice)
    {
        var length = (to - from).Length;
        var isCrooked = length > 14 && dice.Chance(crooked);
        var reach = isCrooked ? Math.Min(1.5, 0.035 * length) : 0;
        var left = length > 0 ? (to - from).Direction.Left : default;
        if (isCrooked && length > 24 && dice.Chance(0.4))
        {
            Step(from, to, dice.Between(0.5, 1.0) * reach * left, ref dice);
            return;
        }

        var count = length > 75 ? 2 + (int)(length / 110) : length > 42 || isCrooked ? 1 : 0;
        for (var m = 1; m <= count; m++)
        {
            var share = (m + dice.Between(-0.15, 0.15)) / (count + 1);
            _middles.Add(bend.ToMap(from.Toward(to, share) + (dice.Between(-reach, reach) * left)));
        }
    }

    // The border steps aside where an old wall did.
    private void Step(Spot from, Spot to, Spot aside, ref Dice dice)
    {
        var place = from.Toward(to, dice.Between(0.35, 0.65));
        var forward = dice.Chance(0.5) ? 1.0 : -1.0;
        _middles.Add(bend.ToMap(place + (forward * aside)));
        _middles.Add(bend.ToMap(place - (forward * aside)));
    }
}
