/* pdf.js reads the paper in a thread of its own, in a file of ours: the build gives it a name that our scheme serves. */
import 'pdfjs-dist/build/pdf.worker.min.mjs';
