using CityRenewal.Geo.Service.Faults;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Dossiers;

/// <summary>Keeps a dossier that comes over the wire on the disk while it is looked at; gone afterwards, however that ends.</summary>
internal sealed class DossierSpool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dossier-in-");
    private readonly FileStream _file;
    private readonly long _most;

    /// <param name="most">Most bytes to take.</param>
    public DossierSpool(long most)
    {
        _most = most;
        _file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>Where it lies.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "dossier.zip");

    /// <summary>Takes the next piece.</summary>
    /// <exception cref="BadRequestException">There is more than is taken.</exception>
    public async Task AddAsync(ByteString piece, CancellationToken cancel)
    {
        if (_file.Length + piece.Length > _most)
        {
            throw new BadRequestException([new FieldProblem("dossier", $"It has more than {_most:N0} bytes, the most that this call takes.")]);
        }

        await _file.WriteAsync(piece.Memory, cancel);
    }

    /// <summary>Ends the taking; the file can be read.</summary>
    public void Close() => _file.Dispose();

    public void Dispose()
    {
        _file.Dispose();
        _folder.Delete(recursive: true);
    }
}
