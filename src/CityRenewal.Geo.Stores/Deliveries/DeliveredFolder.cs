namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>A folder of files that appears whole: what is in it already stays until everything new is written.</summary>
public static class DeliveredFolder
{
    /// <summary>Fills a new folder beside the final one, then moves what is in it to its place.</summary>
    /// <param name="folder">The final folder; files in it of the same names are replaced.</param>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    public static void Write(string folder, Action<string> fill)
    {
        var target = Path.GetFullPath(folder);
        if (File.Exists(target))
        {
            throw new StoreException(target, "A file has the name of the folder to write.", "Give another name.");
        }

        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.part");
        try
        {
            Directory.CreateDirectory(unfinished);
            fill(unfinished);
            Directory.CreateDirectory(target);
            foreach (var file in Directory.GetFiles(unfinished, "*", SearchOption.AllDirectories))
            {
                var place = Path.Combine(target, Path.GetRelativePath(unfinished, file));
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Move(file, place, overwrite: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                target, "The folder cannot be written.", "Check the path, your rights on the folder above it and the free disk space.", failure);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    /// <summary>Writes one file into a folder; its name may have a folder before it.</summary>
    public static void Put(string folder, WrittenFile file)
    {
        var path = Path.Combine(folder, file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Bytes);
    }
}
