using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Mediation.Api.Http;

/// <summary>The browser client's files as its build left them: compressed beforehand, kept for ever where the name holds a digest, under a strict policy.</summary>
static class ClientFiles
{
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    const string NotBuilt =
        "The browser client is not built: install Node.js 20 or newer (https://nodejs.org) and start again; the API works without it (/docs). "
        + "浏览器端尚未构建：请安装 Node.js 20 或更新版本后重新启动；接口不受影响（/docs）。";

    static readonly (string Coding, string Ending)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    static readonly string[] NotPages = ["/api", "/docs", "/openapi", "/health", "/metrics"];

    public static void UseClient(this WebApplication app)
    {
        // Beside the program unless said otherwise, so that a published folder starts from any working directory.
        var folder = app.Configuration["Client:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            app.MapGet("/", () => TypedResults.Text(NotBuilt)).ExcludeFromDescription();
            return;
        }
        var files = new PhysicalFileProvider(folder);
        var types = new FileExtensionContentTypeProvider();
        app.Use((context, next) =>
        {
            ChooseFile(context, files);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files, ServeUnknownFileTypes = true, OnPrepareResponse = answer => Describe(answer.Context, answer.File.Name, types),
        });
    }

    /// <summary>Every address of the client is its one page; of a file, the smallest form that the browser reads is taken.</summary>
    static void ChooseFile(HttpContext context, PhysicalFileProvider files)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return;
        if (Array.Exists(NotPages, one => request.Path.StartsWithSegments(one, StringComparison.Ordinal)))
            return;
        var path = request.Path.Value ?? "/";
        if (!Path.HasExtension(path))
            path = "/index.html";
        if (!files.GetFileInfo(path).Exists)
            return;
        var accepted = request.Headers.AcceptEncoding.ToString();
        var coding = Array.Find(Codings, one => accepted.Contains(one.Coding, StringComparison.Ordinal) && files.GetFileInfo(path + one.Ending).Exists);
        request.Path = path + coding.Ending;
    }

    static void Describe(HttpContext context, string name, FileExtensionContentTypeProvider types)
    {
        var headers = context.Response.Headers;
        var coding = Array.Find(Codings, one => name.EndsWith(one.Ending, StringComparison.Ordinal));
        if (coding.Coding is not null)
        {
            headers.ContentEncoding = coding.Coding;
            name = name[..^coding.Ending.Length];
        }
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentType = name.EndsWith(".webmanifest", StringComparison.Ordinal) ? "application/manifest+json"
            : types.TryGetContentType(name, out var type) ? type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type
            : "application/octet-stream";
        // A name under assets/ holds a digest of its content; all others are asked for anew.
        headers.CacheControl = context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = Policy;
    }
}
