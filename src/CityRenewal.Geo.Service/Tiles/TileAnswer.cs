using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityRenewal.Geo.Land;
using Microsoft.Net.Http.Headers;

namespace CityRenewal.Geo.Service.Tiles;

/// <summary>
/// Sends tiles and their descriptions. Every answer carries the hash of its content, and who has it already is told so
/// (304): clients keep tiles and ask each time, so a change shows at once and only changed tiles travel.
/// </summary>
internal static class TileAnswer
{
    private const string MediaType = "application/vnd.mapbox-vector-tile";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A tile; one that shows nothing is 204, which map programs take for empty and not for an error.</summary>
    public static Task WriteAsync(HttpContext context, StoredTile tile, Classification classification)
    {
        var isEmpty = tile.Plain.Length == 0;
        var isCompressed = !isEmpty && AcceptsGzip(context.Request);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (IsKnown(context, tile.Hash, isCompressed, classification))
        {
            return Task.CompletedTask;
        }

        if (isEmpty)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        if (isCompressed)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return SendAsync(context, MediaType, isCompressed ? tile.Compressed : tile.Plain);
    }

    /// <summary>A description.</summary>
    public static Task WriteAsync(HttpContext context, JsonObject document, Classification classification)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, Readable);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes).AsSpan(0, 8));
        return IsKnown(context, hash, isCompressed: false, classification)
            ? Task.CompletedTask
            : SendAsync(context, "application/json; charset=utf-8", bytes);
    }

    private static bool IsKnown(HttpContext context, string hash, bool isCompressed, Classification classification)
    {
        var response = context.Response;
        response.Headers.ETag = isCompressed ? $"\"{hash}-gzip\"" : $"\"{hash}\"";
        response.Headers.CacheControl = classification == Classification.Public ? "public, no-cache" : "private, no-cache";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known is null || !known.Any(tag => tag == EntityTagHeaderValue.Any || HashOf(tag) == hash))
        {
            return false;
        }

        response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static string HashOf(EntityTagHeaderValue tag) => tag.Tag.ToString().Trim('"').Replace("-gzip", "", StringComparison.Ordinal);

    private static bool AcceptsGzip(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var gzip = accepted.FirstOrDefault(one => one.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(one => one.Value == "*");
        return gzip is not null && gzip.Quality != 0;
    }

    private static async Task SendAsync(HttpContext context, string mediaType, byte[] bytes)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
