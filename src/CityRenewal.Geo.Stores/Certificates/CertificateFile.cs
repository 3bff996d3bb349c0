using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Stores.Certificates;

/// <summary>
/// A certificate as a file: the word CITYRENEWAL-CERTIFICATE-3, then compressed a head in JSON and the columns of each unit.
/// Numbers are written with as few bytes as they need.
/// </summary>
public static class CertificateFile
{
    private static ReadOnlySpan<byte> Word => "CITYRENEWAL-CERTIFICATE-3\n"u8;

    /// <summary>Writes a certificate to a stream.</summary>
    public static void Write(Stream stream, SavedCertificate saved)
    {
        stream.Write(Word);
        using var packed = new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        var head = CertificateHead.Of(saved).ToBytes();
        writer.Write(head.Length);
        writer.Write(head);
        foreach (var unit in saved.Certificate.Units)
        {
            UnitColumns.Write(writer, unit);
        }
    }

    /// <summary>Reads a certificate.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">Its content.</param>
    /// <exception cref="StoreException">It is no certificate, or not whole.</exception>
    public static SavedCertificate Read(string path, Stream stream)
    {
        var word = new byte[Word.Length];
        if (stream.ReadAtLeast(word, word.Length, throwOnEndOfStream: false) < word.Length || !Word.SequenceEqual(word))
        {
            throw new StoreException(
                path, "This is no certificate of a plan, or an earlier version wrote it.", "Give a file that renewal propose --certificate of this version wrote.");
        }

        try
        {
            using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(packed);
            return Read(reader);
        }
        catch (Exception cause) when (cause is InvalidDataException or InvalidOperationException or EndOfStreamException or JsonException
            or FormatException or OverflowException)
        {
            throw new StoreException(path, "The certificate is not whole.", "Write it again with renewal propose --certificate.", cause);
        }
    }

    private static SavedCertificate Read(BinaryReader reader)
    {
        var head = CertificateHead.From(reader.ReadBytes(reader.ReadInt32()));
        var units = new List<UnitCertificate>();
        for (var unit = 0; unit < head.Units; unit++)
        {
            units.Add(UnitColumns.Read(reader));
        }

        var certificate = new PlanCertificate
        {
            DataVersion = head.DataVersion,
            PlanPrices = head.PlanPrices,
            AreaPrice = Int128.Parse(head.AreaPrice, CultureInfo.InvariantCulture),
            Units = units,
            Millionths = Int128.Parse(head.Bound, CultureInfo.InvariantCulture),
        };
        return new SavedCertificate(certificate, head.Options, head.RulePack, head.RulePackHash) { RequestRules = head.RequestRules };
    }
}
