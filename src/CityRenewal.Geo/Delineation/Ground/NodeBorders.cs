using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Walks around every node once and measures the borders it shares with others of its problem. Chunks of nodes are
/// independent and put together in order, so the result does not depend on the number of threads.
/// </summary>
internal sealed class NodeBorders(LandFabric fabric, int[] nodeOfParcel, int[] parcelStart, int[] parcels, int[] streetFace)
{
    private const int ChunkSize = 4_096;

    private readonly int[] _nodeOfStreetFace = NodesOfStreets(fabric, streetFace);
    private readonly StreetSides _streetSides = new(fabric, nodeOfParcel, streetFace);

    public required Func<int, int, bool> IsBarred { get; init; }

    public PairPrices? Pairs { get; init; }

    public required long MinimumContact { get; init; }

    public required int[] ProblemOf { get; init; }

    public long[] Perimeter { get; } = new long[streetFace.Length];

    public long[] TwiceArea { get; } = new long[streetFace.Length];

    public int[] CentreX { get; } = new int[streetFace.Length];

    public int[] CentreY { get; } = new int[streetFace.Length];

    public int[] Start { get; } = new int[streetFace.Length + 1];

    public int[] Neighbours { get; private set; } = [];

    public int[] Lengths { get; private set; } = [];

    public Contact[] Contacts { get; private set; } = [];

    public long[] PairPrices { get; private set; } = [];

    public void Measure(int threads)
    {
        var chunks = new ChunkOfBorders[(streetFace.Length + ChunkSize - 1) / ChunkSize];
        Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1 }, chunk =>
        {
            var first = chunk * ChunkSize;
            var last = Math.Min(first + ChunkSize, streetFace.Length);
            chunks[chunk] = MeasureChunk(first, last);
        });
        Join(chunks);
    }

    private static int[] NodesOfStreets(LandFabric fabric, int[] streetFace)
    {
        var nodes = new int[fabric.FaceCount];
        Array.Fill(nodes, -1);
        for (var node = 0; node < streetFace.Length; node++)
        {
            if (streetFace[node] >= 0)
            {
                nodes[streetFace[node]] = node;
            }
        }

        return nodes;
    }

    private ChunkOfBorders MeasureChunk(int first, int last)
    {
        var result = new ChunkOfBorders();
        var pieces = new List<BorderPiece>();
        for (var node = first; node < last; node++)
        {
            pieces.Clear();
            if (streetFace[node] >= 0)
            {
                WalkFace(node, -1, streetFace[node], pieces);
            }
            else
            {
                WalkParcels(node, pieces);
            }

            AddPairs(node, pieces);

            // A street that only touches a side at a corner still needs it as a member: entries of no length keep the pair.
            foreach (var other in _streetSides.Of(node))
            {
                pieces.Add(new BorderPiece(other, -1, -1, 0));
            }

            pieces.Sort();
            Start[node + 1] = Fold(pieces, result);
        }

        return result;
    }

    /// <summary>Pairs that are kept apart or cost need no common border: entries of no length hold them.</summary>
    private void AddPairs(int node, List<BorderPiece> pieces)
    {
        if (Pairs is null || streetFace[node] >= 0)
        {
            return;
        }

        foreach (var parcel in parcels.AsSpan(parcelStart[node]..parcelStart[node + 1]))
        {
            foreach (var partner in Pairs.PartnersOf(parcel))
            {
                var other = nodeOfParcel[partner];
                if (other >= 0 && other != node && ProblemOf[other] == ProblemOf[node])
                {
                    pieces.Add(new BorderPiece(other, parcel, partner, 0));
                }
            }
        }
    }

    private void WalkParcels(int node, List<BorderPiece> pieces)
    {
        foreach (var parcel in parcels.AsSpan(parcelStart[node]..parcelStart[node + 1]))
        {
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
            {
                // An overlap is listed under each of its parcels but counts for one.
                if (fabric.FaceParcel[face] == parcel)
                {
                    WalkFace(node, parcel, face, pieces);
                }
            }
        }
    }

    /// <summary>Lengths are rounded down, so that the price of an outline never exceeds the true one and the bound holds.</summary>
    private void WalkFace(int node, int parcel, int face, List<BorderPiece> pieces)
    {
        TwiceArea[node] += fabric.TwiceArea[face];
        Place(node, fabric.FaceRings[fabric.FaceRingStart[face]]);
        long around = 0;
        foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var h = ring;
            do
            {
                var otherFace = fabric.Face[h ^ 1];
                var otherParcel = fabric.FaceParcel[otherFace];
                var other = otherParcel >= 0 ? nodeOfParcel[otherParcel] : _nodeOfStreetFace[otherFace];
                if (other != node)
                {
                    var length = (long)(fabric.LengthOf(h) * LandNodes.UnitsPerGridUnit);
                    around += length;
                    if (other >= 0 && ProblemOf[other] == ProblemOf[node])
                    {
                        Add(new BorderPiece(other, parcel, otherParcel, length), pieces);
                    }
                }

                h = fabric.Next[h];
            }
            while (h != ring);
        }

        Perimeter[node] += around;
    }

    /// <summary>Two opposite corners of the outer ring tell roughly where a node lies: enough to sweep over a piece.</summary>
    private void Place(int node, int ring)
    {
        int a = fabric.Origin[ring], b = fabric.Origin[fabric.Next[fabric.Next[ring]]];
        CentreX[node] = (int)(((long)fabric.VertexX[a] + fabric.VertexX[b]) / 2);
        CentreY[node] = (int)(((long)fabric.VertexY[a] + fabric.VertexY[b]) / 2);
    }

    private static void Add(BorderPiece piece, List<BorderPiece> pieces)
    {
        if (pieces.Count > 0 && pieces[^1].IsBetweenTheSameAs(piece))
        {
            pieces[^1] = pieces[^1] with { Length = pieces[^1].Length + piece.Length };
        }
        else
        {
            pieces.Add(piece);
        }
    }

    /// <summary>Sums the pieces, sorted by neighbour and pair of parcels, to one entry per neighbour; returns their number.</summary>
    private int Fold(List<BorderPiece> pieces, ChunkOfBorders result)
    {
        var before = result.Neighbours.Count;
        for (var i = 0; i < pieces.Count;)
        {
            var neighbour = pieces[i].Node;
            var contact = Contact.Touches;
            long total = 0;
            double price = 0;
            while (i < pieces.Count && pieces[i].Node == neighbour)
            {
                var pair = pieces[i];
                long length = 0;
                for (; i < pieces.Count && pieces[i].IsBetweenTheSameAs(pair); i++)
                {
                    length += pieces[i].Length;
                }

                total += length;
                contact = With(contact, pair, length);
                price += Pairs is not null && pair.Parcel >= 0 && pair.OtherParcel >= 0 ? Pairs.PriceOf(pair.Parcel, pair.OtherParcel) : 0;
            }

            result.Neighbours.Add(neighbour);
            result.Lengths.Add((int)Math.Min(total, int.MaxValue));
            result.Contacts.Add(contact);
            result.Prices.Add(contact == Contact.Barred ? 0 : (long)(price / SearchLimits.BenefitUnit));
        }

        return result.Neighbours.Count - before;
    }

    private Contact With(Contact sofar, BorderPiece pair, long length)
    {
        if (sofar == Contact.Barred)
        {
            return sofar;
        }

        if (pair.Parcel >= 0 && pair.OtherParcel >= 0 && IsBarred(pair.Parcel, pair.OtherParcel))
        {
            return Contact.Barred;
        }

        return sofar == Contact.Touches && length > 0 && length >= MinimumContact ? Contact.Joins : sofar;
    }

    private void Join(ChunkOfBorders[] chunks)
    {
        for (var node = 0; node < streetFace.Length; node++)
        {
            Start[node + 1] += Start[node];
        }

        Neighbours = new int[Start[^1]];
        Lengths = new int[Start[^1]];
        Contacts = new Contact[Start[^1]];
        PairPrices = new long[Pairs is null ? 0 : Start[^1]];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.Neighbours.CopyTo(Neighbours, at);
            chunk.Lengths.CopyTo(Lengths, at);
            chunk.Contacts.CopyTo(Contacts, at);
            if (Pairs is not null)
            {
                chunk.Prices.CopyTo(PairPrices, at);
            }

            at += chunk.Neighbours.Count;
        }
    }

    private readonly record struct BorderPiece(int Node, int Parcel, int OtherParcel, long Length) : IComparable<BorderPiece>
    {
        public bool IsBetweenTheSameAs(BorderPiece other) =>
            Node == other.Node && Parcel == other.Parcel && OtherParcel == other.OtherParcel;

        public int CompareTo(BorderPiece other)
        {
            var byNode = Node.CompareTo(other.Node);
            if (byNode != 0)
            {
                return byNode;
            }

            var byParcel = Parcel.CompareTo(other.Parcel);
            return byParcel != 0 ? byParcel : OtherParcel.CompareTo(other.OtherParcel);
        }
    }

    private sealed class ChunkOfBorders
    {
        public List<int> Neighbours { get; } = [];

        public List<int> Lengths { get; } = [];

        public List<Contact> Contacts { get; } = [];

        public List<long> Prices { get; } = [];
    }
}
